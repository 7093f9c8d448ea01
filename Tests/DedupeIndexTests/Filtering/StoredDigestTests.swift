import Testing

@testable import DedupeIndex

@Suite struct StoredDigestTests {
  private var digest: RecordDigest {
    var digest = RecordDigest()
    digest.identity = 0x0102_0304_0506_0708
    digest.wordCount = 70_000
    digest.fingerprintCount = 23_000
    digest.moment = -86_401
    digest.day = -2
    digest.house = 99
    digest.totalWeight = 4096
    digest.sketch = (0..<128).map { UInt32($0) }.withUnsafeBufferPointer { CompactSketch($0) }
    return digest
  }

  @Test(arguments: [true, false]) func whatIsWrittenIsRead(isCore: Bool) throws {
    let stored = StoredDigest(digest, cluster: 12, clusterName: 34, isCore: isCore)
    let bytes = stored.bytes(with: digest.sketch)
    #expect(bytes.count == StoredDigest.length)
    let read = try #require(bytes.withUnsafeBytes { StoredDigest($0) })
    #expect(read == stored)
    #expect(read.day == -2)
    #expect(bytes.withUnsafeBytes { StoredDigest.slots(in: $0).count } == 256)
  }

  @Test func anUndatedDocumentHasNoDay() {
    var digest = digest
    digest.day = nil
    #expect(StoredDigest(digest, cluster: 0, clusterName: 0, isCore: true).day == nil)
  }

  @Test func theBytesAreLittleEndian() {
    let stored = StoredDigest(digest, cluster: 12, clusterName: 34, isCore: true)
    #expect(stored.bytes(with: digest.sketch).prefix(9) == [8, 7, 6, 5, 4, 3, 2, 1, 12])
  }

  @Test func tooFewBytesAreRefused() {
    #expect([UInt8](repeating: 0, count: 55).withUnsafeBytes { StoredDigest($0) } == nil)
  }
}
