/// How the bytes of a file become documents.
package enum FileKind: Sendable {
  /// The whole file is one document.
  case text
  /// Each line is a record.
  case lines

  /// The kind that the name tells, or nil.
  init?(extensionOf path: Path) {
    switch path.fileExtension {
    case "txt", "text", "md": self = .text
    case "jsonl", "ndjson", "json": self = .lines
    default: return nil
    }
  }

  /// The kind that the first bytes tell.
  init(content: UnsafeRawBufferPointer) {
    let first = content.first { !JSONByte.isSpace($0) }
    self = first == JSONByte.openBrace ? .lines : .text
  }
}

/// Why a file cannot be read as documents.
struct Refusal: Error, Equatable {
  var cause: String
  var remedy: String
  /// Whether articles may be lost with it; a picture in a folder of articles loses nothing.
  var mayHoldArticles = true

  /// The refusal that the name asks for, or nil.
  init?(extensionOf path: Path) {
    switch path.fileExtension {
    case "html", "htm", "xhtml", "xml", "rss", "atom", "pdf", "rtf":
      self.init(markupIn: "this is a format with markup, not plain text")
    case "doc", "docx", "odt", "epub":
      self.init(
        cause: "this is a document with layout, not plain text",
        remedy: "save its text as a .txt file")
    case "zip", "tar", "tgz", "7z", "rar":
      self.init(
        cause: "this is an archive, not a text", remedy: "unpack it and give the files in it")
    case "csv", "tsv", "xls", "xlsx", "ods", "parquet", "arrow":
      self.init(
        cause: "this is a table, not plain text", remedy: "convert it to JSON Lines, a row a line")
    case "css", "js", "svg", "py", "sh", "log", "yaml", "yml", "toml", "ini":
      self.init(
        cause: "this is no article", remedy: "give .txt, .md or .jsonl files",
        mayHoldArticles: false)
    default: return nil
    }
  }

  /// The refusal that the first bytes ask for, or nil.
  ///
  /// A file that its name calls text may hold NULs, JSON Lines may not.
  init?(content: UnsafeRawBufferPointer, of path: Path, kindByName: FileKind?) {
    if let refusal = Refusal(compressed: content, path) ?? Refusal(wide: content, path) {
      self = refusal
    } else if kindByName == nil, content.contains(0) {
      self.init(
        cause: "this is a binary file, not text", remedy: "give .txt, .md or .jsonl files",
        mayHoldArticles: false)
    } else if kindByName == nil, content.beginsWithMarkup {
      self.init(markupIn: "this is markup, not plain text")
    } else if kindByName != .text, Self.isArray(content, isSurelyJSON: kindByName == .lines) {
      self.init(
        cause: "this is one JSON array, not a record a line",
        remedy: "unpack it first: jq -c '.[]' \(path.quotedForShell) | dedupe scan -")
    } else {
      return nil
    }
  }

  /// Whether it is an array of JSON; a text, too, may begin with a bracket.
  private static func isArray(_ content: UnsafeRawBufferPointer, isSurelyJSON: Bool) -> Bool {
    let used = content.drop(while: JSONByte.isSpace)
    guard used.first == JSONByte.openBracket else { return false }
    return isSurelyJSON || used.dropFirst().first { !JSONByte.isSpace($0) } == JSONByte.openBrace
  }

  /// The refusal that the first bytes of a stream of records ask for, or nil.
  init?(stream content: UnsafeRawBufferPointer) {
    if let tool = Self.decompressor(of: content) {
      self.init(
        cause: "the stream is compressed",
        remedy: "decompress it first: … | \(tool) | dedupe filter …")
    } else if Self.isWide(content) {
      self.init(
        cause: "the stream is UTF-16, not UTF-8",
        remedy: "convert it first: … | iconv -f UTF-16 -t UTF-8 | dedupe filter …")
    } else {
      return nil
    }
  }

  /// The command that decompresses what begins so, or nil.
  private static func decompressor(of content: UnsafeRawBufferPointer) -> String? {
    let tools: [(magic: [UInt8], tool: String)] = [
      ([0x28, 0xB5, 0x2F, 0xFD], "zstd -dc"), ([0x1F, 0x8B], "gzip -dc"),
      ([0x42, 0x5A, 0x68], "bzip2 -dc"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz -dc"),
    ]
    return tools.first { content.starts(with: $0.magic) }?.tool
  }

  private static func isWide(_ content: UnsafeRawBufferPointer) -> Bool {
    content.starts(with: [0xFF, 0xFE] as [UInt8]) || content.starts(with: [0xFE, 0xFF] as [UInt8])
  }

  private init?(compressed content: UnsafeRawBufferPointer, _ path: Path) {
    guard let tool = Self.decompressor(of: content) else { return nil }
    self.init(
      cause: "the file is compressed",
      remedy: "decompress first: \(tool) \(path.quotedForShell) | dedupe scan -")
  }

  private init?(wide content: UnsafeRawBufferPointer, _ path: Path) {
    guard Self.isWide(content) else { return nil }
    self.init(
      cause: "the file is UTF-16, not UTF-8",
      remedy: "convert it first: iconv -f UTF-16 -t UTF-8 \(path.quotedForShell)")
  }

  fileprivate init(markupIn cause: String) {
    self.init(
      cause: cause,
      remedy: "extract the article's text into a .txt file or a JSON Lines record")
  }

  private init(cause: String, remedy: String, mayHoldArticles: Bool = true) {
    self.cause = cause
    self.remedy = remedy
    self.mayHoldArticles = mayHoldArticles
  }
}

extension UnsafeRawBufferPointer {
  /// Whether they are the beginning of a page of HTML or of XML, whatever the file is called.
  var beginsWithMarkup: Bool {
    let start = drop { JSONByte.isSpace($0) }.prefix(16)
    guard start.first == UInt8(ascii: "<") else { return false }
    let word = String(decoding: start, as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<?xml", "<rss", "<feed"].contains { word.hasPrefix($0) }
  }
}

extension Path {
  /// The path as a word of a shell command.
  package var quotedForShell: String {
    let isPlain = bytes.allSatisfy { byte in
      JSONByte.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26
        || "/._-+,=@%".utf8.contains(byte)
    }
    if isPlain { return description }
    let parts = description.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}
