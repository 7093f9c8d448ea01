import DedupeFormats
import NearDuplicates
import Texts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes the sketch of every text and says how long that took: `sketch-texts TEXTS [ROUNDS]`.
///
/// TEXTS is `en`, `de`, `ru` or `zh` for sample texts, or a file of texts with a NUL after each.
/// Only the sketching counts, not the reading of the file; with a number of rounds it is done so
/// often. Prints documents, bytes and CPU seconds of one round, for scripts to read. With
/// `--records N` in place of the rounds it puts out so many sample texts as JSON Lines instead.
@main
enum SketchTexts {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.dropFirst().first == "--records" { return try await putRecords(arguments) }
    guard let name = arguments.first, let rounds = Int(arguments.dropFirst().first ?? "1") else {
      print("usage: sketch-texts en|de|ru|zh|FILE [ROUNDS]")
      exit(2)
    }
    let texts = try await texts(named: name)
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    let begin = cpuSeconds()
    let sum = (0..<rounds).reduce(0) { sum, _ in sum &+ sketchAll(texts) }
    let seconds = (cpuSeconds() - begin) / Double(max(1, rounds))
    // The sum keeps the compiler from leaving the work out.
    print(texts.count, bytes, seconds, sum)
  }

  private static func putRecords(_ arguments: ArraySlice<String>) async throws {
    guard let name = arguments.first, let language = SampleTexts.Language(rawValue: name),
      let count = Int(arguments.last ?? "")
    else { return print("usage: sketch-texts en|de|ru|zh --records N") }
    for (number, text) in try await SampleTexts(language, count: count).texts.enumerated() {
      var record = JSONWriter()
      record.object { object in
        object.field("id", String(number))
        object.field("text", text)
      }
      print(String(decoding: record.bytes, as: UTF8.self))
    }
  }

  private static func texts(named name: String) async throws -> [String] {
    if let language = SampleTexts.Language(rawValue: name) {
      return try await SampleTexts(language).texts
    }
    return contents(of: name).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// One sketch is kept at a time, as a stream would.
  private static func sketchAll(_ texts: [String]) -> UInt32 {
    var scratch = SketchingScratch()
    var table = SketchTable()
    var sum: UInt32 = 0
    for text in texts {
      table.removeAll()
      scratch.read(text)
      scratch.appendSketch(to: &table)
      sum &+= table.slots[0]
    }
    return sum
  }

  private static func contents(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else {
      print("sketch-texts: \(path) cannot be read.")
      exit(1)
    }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }

  private static func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
