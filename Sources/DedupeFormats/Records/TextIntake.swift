import NearDuplicates

/// What becomes of the texts that are read: they are kept, sketched, or both.
struct TextIntake {
  /// Whether texts are kept.
  let keepsTexts: Bool
  private var sketcher: TextSketcher?

  /// Keeps texts and makes no sketches.
  init() { keepsTexts = true }

  /// Makes sketches.
  init(sketchingAndKeeping keepsTexts: Bool) {
    self.keepsTexts = keepsTexts
    sketcher = TextSketcher()
  }

  /// Makes the sketch of the next text, where it is asked for.
  mutating func sketch(_ text: String) {
    sketcher?.append(text)
  }

  /// Makes the sketch of the next text, where it is asked for.
  mutating func sketch(_ utf8: UnsafeRawBufferPointer) {
    sketcher?.append(utf8.bindMemory(to: UInt8.self))
  }

  /// Hands over the sketches of the records of a batch.
  mutating func deliver(to batch: inout Batch) {
    if let sketched = sketcher?.take() { batch.sketched.append(contentsOf: sketched) }
  }
}
