import CZstd
import Synchronization

/// A text as it is stored: compressed where that makes it smaller.
struct PackedText: Sendable, Equatable {
  enum Form: UInt8 { case raw, zstd }

  var form: Form
  /// The length of the text in UTF-8.
  var textLength: Int
  var bytes: [UInt8]

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { utf8 in
      let raw = UnsafeRawBufferPointer(utf8)
      guard let packed = Zstd.compress(raw) else {
        return PackedText(form: .raw, textLength: raw.count, bytes: Array(raw))
      }
      return PackedText(form: .zstd, textLength: raw.count, bytes: packed)
    }
  }

  private init(form: Form, textLength: Int, bytes: [UInt8]) {
    self.form = form
    self.textLength = textLength
    self.bytes = bytes
  }

  /// The text of stored bytes, nil where they are not what ``init(_:)`` makes.
  static func text(of bytes: UnsafeRawBufferPointer, form: Form, textLength: Int) -> String? {
    switch form {
    case .raw:
      bytes.count == textLength ? String(decoding: bytes, as: UTF8.self) : nil
    case .zstd:
      Zstd.decompress(bytes, length: textLength)
    }
  }
}

/// Calls of libzstd with contexts that are kept: making one costs more than a text of 6 KB.
private enum Zstd {
  /// Level 1: level 3 saves 4 % of the bytes of news texts and takes twice the time.
  private static let level: Int32 = 1
  /// A text is never larger; a length from damaged bytes may be.
  private static let maximalLength = 1 << 30
  private static let compressors = ContextPool { ZSTD_createCCtx() }
  private static let decompressors = ContextPool { ZSTD_createDCtx() }

  /// The compressed bytes, nil where they would not be fewer.
  static func compress(_ raw: UnsafeRawBufferPointer) -> [UInt8]? {
    guard raw.count > 32 else { return nil }
    return compressors.withContext { context in
      let packed = [UInt8](unsafeUninitializedCapacity: raw.count) { target, count in
        let size = ZSTD_compressCCtx(
          context, target.baseAddress, target.count, raw.baseAddress, raw.count, level)
        // It is also an error that the target, as large as the text, is too small.
        count = ZSTD_isError(size) == 0 ? size : 0
      }
      return packed.isEmpty ? nil : packed
    }
  }

  static func decompress(_ bytes: UnsafeRawBufferPointer, length: Int) -> String? {
    guard (0...maximalLength).contains(length) else { return nil }
    return decompressors.withContext { context in
      var isWhole = false
      let text = String(unsafeUninitializedCapacity: length) { target in
        let size = ZSTD_decompressDCtx(
          context, target.baseAddress, length, bytes.baseAddress, bytes.count)
        isWhole = ZSTD_isError(size) == 0 && size == length
        return isWhole ? length : 0
      }
      return isWhole ? text : nil
    }
  }
}

/// Contexts that are not in use just now.
private final class ContextPool: Sendable {
  private struct Context: @unchecked Sendable {
    let pointer: OpaquePointer?
  }

  private let make: @Sendable () -> OpaquePointer?
  private let idle = Mutex<[Context]>([])

  init(_ make: @escaping @Sendable () -> OpaquePointer?) { self.make = make }

  /// Calls `body` with a context that no other thread uses meanwhile; nil where there is no memory.
  func withContext<Result>(_ body: (OpaquePointer) -> Result?) -> Result? {
    let context = idle.withLock { $0.popLast() } ?? Context(pointer: make())
    guard let pointer = context.pointer else { return nil }
    defer { idle.withLock { $0.append(context) } }
    return body(pointer)
  }
}
