import NearDuplicates

/// What becomes of the texts that are read: they are kept, sketched, or both.
struct TextIntake {
  /// Whether texts are kept.
  var keepsTexts = true
  /// Where they are sketched, if they are.
  var desk: SketchingDesk?

  /// Makes the sketch of the next text, where it is asked for.
  func sketch(_ text: String) {
    desk?.sketcher.append(text)
  }

  /// Makes the sketch of the next text, where it is asked for.
  func sketch(_ utf8: UnsafeRawBufferPointer) {
    desk?.sketcher.append(utf8.bindMemory(to: UInt8.self))
  }
}

/// A sketcher that serves task after task: its memory would cost each of them a millisecond.
///
/// It is unchecked `Sendable` because it has one user at a time, as a ``ByteBuffer`` has.
final class SketchingDesk: @unchecked Sendable {
  fileprivate var sketcher: TextSketcher

  init(for preset: Preset) { sketcher = TextSketcher(for: preset) }

  /// Hands over what is kept of the texts so far.
  func clear() -> SketchedTexts { sketcher.take() }
}
