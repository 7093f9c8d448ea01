import Foundation
import NearDuplicates

/// The five articles that the project starts from.
enum SeedFiles {
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = project.appendingPathComponent("seeds")

  /// The articles by id, the first three digits of their file's name; dates are not read.
  static func documents() throws -> [Document] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return Document(id: String(name.prefix(3)), text: text)
    }
  }

  /// A text of the benchmarks in German (`de`), Russian (`ru`) or Chinese (`zh`).
  static func sample(_ language: String) throws -> String {
    let file = project.appendingPathComponent("Benchmarks/texts/\(language).txt")
    return try String(contentsOf: file, encoding: .utf8)
  }
}
