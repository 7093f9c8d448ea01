import NearDuplicates
import Testing

struct BandsTests {
  /// 1 − (1 − Jʳ)ᵇ, multiplied out.
  private func recall(_ bands: Bands, at similarity: Double) -> Double {
    let whole = (0..<bands.rows).reduce(1.0) { product, _ in product * similarity }
    return 1 - (0..<bands.count).reduce(1.0) { product, _ in product * (1 - whole) }
  }

  @Test(arguments: [0.2, 0.3, 0.5, 0.8, 0.95], [0.5, 0.9, 0.99, 0.995])
  func `have the most rows that still find what is asked for`(similarity: Double, asked: Double) {
    let bands = Bands(slots: 128, similarity: similarity, recall: asked)
    #expect(bands.count * bands.rows <= 128)
    #expect(bands.count == 128 / bands.rows)
    if bands.rows > 1 { #expect(bands.recall(at: similarity) >= asked) }
    let rows = bands.rows + 1
    let whole = (0..<rows).reduce(1.0) { product, _ in product * similarity }
    let next = 1 - (0..<128 / rows).reduce(1.0) { product, _ in product * (1 - whole) }
    #expect(next < asked)
  }

  @Test func `recall follows the S-curve`() {
    let bands = Bands(slots: 128, similarity: 0.5, recall: 0.99)
    for similarity in stride(from: 0.0, through: 1.0, by: 0.05) {
      #expect(abs(bands.recall(at: similarity) - recall(bands, at: similarity)) < 1e-12)
    }
    #expect(bands.recall(at: 0) == 0)
    #expect(bands.recall(at: 1) == 1)
  }

  @Test func `a similarity that needs every slot gets bands of one row`() {
    let bands = Bands(slots: 128, similarity: 0.02, recall: 0.999)
    #expect(bands.rows == 1)
    #expect(bands.count == 128)
  }
}
