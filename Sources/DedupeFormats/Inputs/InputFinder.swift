/// Turns path arguments into the files to read, in input order.
///
/// Directories are walked in the byte order of the paths below them; symbolic links are followed,
/// but never back into a directory that the walk is inside of. Hidden entries are skipped.
struct InputFinder {
  /// What was found, with the argument it came from.
  private var found: [(file: InputFile, argument: Path)] = []
  /// What could not be found or read, in input order.
  private(set) var log = ProblemLog()

  /// The files of all arguments; names that collide have their argument put before them.
  var files: [InputFile] {
    var uses: [String: Int] = [:]
    for entry in found { uses[entry.file.name, default: 0] += 1 }
    return found.map { entry in
      guard uses[entry.file.name, default: 0] > 1, case .file(let path) = entry.file.origin else {
        return entry.file
      }
      var file = entry.file
      file.name = qualifiedName(of: path, argument: entry.argument, name: file.name)
      return file
    }
  }

  private func qualifiedName(of path: Path, argument: Path, name: String) -> String {
    path == argument ? path.description : argument.appending(Array(name.utf8)).description
  }

  /// Adds a file, a directory or `-`, standard input.
  mutating func add(_ argument: String) {
    if argument == "-" { return addStandardInput() }
    guard !argument.isEmpty else {
      log.append(
        Problem(cause: "one of the paths is empty", remedy: "give a file, a directory or -"))
      return
    }
    let path = Path(argument)
    do throws(SystemError) {
      let status = try FileStatus(of: path)
      switch status.kind {
      case .directory: addDirectory(path, status)
      case .regular, .stream: addArgument(path, status)
      case .other:
        log.append(
          Problem(file: argument, cause: "this is no file", remedy: "give a file or a directory"))
      }
    } catch {
      report(error, at: path)
    }
  }

  private mutating func addStandardInput() {
    let file = InputFile(origin: .standardInput, name: "stdin", kind: nil, size: nil)
    guard !found.contains(where: { $0.file == file }) else {
      log.append(
        Problem(
          file: file.shown, cause: "it was named twice and can be read only once",
          remedy: "give - once, and files for the rest"))
      return
    }
    found.append((file, Path("-")))
  }

  /// Adds the paths that a file or standard input lists, one a line.
  mutating func add(listedIn list: String) {
    do throws(SystemError) {
      for path in try Self.lines(of: list) { add(path) }
    } catch {
      report(error, at: Path(list))
    }
  }

  private static func lines(of list: String) throws(SystemError) -> [String] {
    let descriptor = list == "-" ? .standardInput : try Descriptor(opening: Path(list))
    let buffer = ByteBuffer()
    try buffer.fill(from: descriptor)
    // `find -print0` writes NULs, for names that hold line ends.
    let separator: UInt8 = buffer.bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    return buffer.bytes.split(separator: separator).map { line in
      let isReturned = separator != 0 && line.last == UInt8(ascii: "\r")
      return String(decoding: isReturned ? line.dropLast() : line, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }

  private mutating func addArgument(_ path: Path, _ status: FileStatus) {
    let kind = FileKind(extensionOf: path)
    if kind == nil, let refusal = Refusal(extensionOf: path) {
      log.append(Problem(refusal, file: path.description))
      return
    }
    let size = status.kind == .regular ? status.size : nil
    let name = path.lastComponent.description
    found.append((InputFile(origin: .file(path), name: name, kind: kind, size: size), path))
  }

  private mutating func addDirectory(_ path: Path, _ status: FileStatus) {
    let before = found.count
    let errorsBefore = log.errorCount
    walk(path, below: Path(bytes: []), of: path, inside: [status.identity])
    guard found.count == before, log.errorCount == errorsBefore else { return }
    log.append(
      Problem(
        file: path.description, cause: "the directory holds no article",
        remedy: "give a directory with .txt, .md or .jsonl files"))
  }

  private mutating func walk(
    _ directory: Path, below: Path, of argument: Path, inside: [FileStatus.Identity]
  ) {
    do throws(SystemError) {
      for entry in try orderedEntries(of: directory) {
        visit(
          directory.appending(entry.name), entry.status, below: below.appending(entry.name),
          of: argument, inside: inside)
      }
    } catch {
      report(error, at: directory)
    }
  }

  private mutating func visit(
    _ path: Path, _ status: FileStatus, below: Path, of argument: Path,
    inside: [FileStatus.Identity]
  ) {
    switch status.kind {
    case .directory where inside.contains(status.identity):
      log.append(
        Problem(
          .warning, file: path.description,
          cause: "the link leads back into a directory that is being read",
          remedy: "it was not followed"))
    case .directory:
      walk(path, below: below, of: argument, inside: inside + [status.identity])
    case .regular: addEntry(path, below: below, of: argument, status)
    case .stream, .other: skip(path, because: "this is a pipe or a device")
    }
  }

  /// The entries with their status, in byte order of the paths below them: a directory counts
  /// with the separator that follows its name there.
  private mutating func orderedEntries(
    of directory: Path
  ) throws(SystemError) -> [(name: [UInt8], status: FileStatus)] {
    var entries: [(name: [UInt8], status: FileStatus)] = []
    for name in try directoryEntries(of: directory) {
      do throws(SystemError) {
        entries.append((name, try FileStatus(of: directory.appending(name))))
      } catch {
        report(error, at: directory.appending(name))
      }
    }
    func key(_ entry: (name: [UInt8], status: FileStatus)) -> [UInt8] {
      entry.status.kind == .directory ? entry.name + [UInt8(ascii: "/")] : entry.name
    }
    return entries.sorted { key($0).lexicographicallyPrecedes(key($1)) }
  }

  private mutating func addEntry(
    _ path: Path, below: Path, of argument: Path, _ status: FileStatus
  ) {
    do throws(SystemError) {
      var kind = FileKind(extensionOf: path)
      if kind == nil {
        let guess = try Self.guess(path)
        switch guess {
        case .success(let guessed): kind = guessed
        case .failure(let refusal):
          let severity: Problem.Severity = refusal.mayHoldArticles ? .error : .warning
          log.append(Problem(refusal, severity, file: path.description))
          return
        }
      }
      let file = InputFile(
        origin: .file(path), name: below.description, kind: kind, size: status.size)
      found.append((file, argument))
    } catch {
      report(error, at: path)
    }
  }

  /// What an entry without a telling name is, by its first bytes.
  private static func guess(_ path: Path) throws(SystemError) -> Result<FileKind, Refusal> {
    if let refusal = Refusal(extensionOf: path) { return .failure(refusal) }
    let buffer = ByteBuffer()
    let descriptor = try Descriptor(opening: path)
    try buffer.fill(from: descriptor, upTo: ChunkReader.headLength)
    if let refusal = Refusal(content: buffer.bytes, of: path, kindByName: nil) {
      return .failure(refusal)
    }
    return .success(FileKind(content: buffer.bytes))
  }

  private mutating func skip(_ path: Path, because cause: String) {
    log.append(Problem(.warning, file: path.description, cause: cause, remedy: "it was skipped"))
  }

  private mutating func report(_ error: SystemError, at path: Path) {
    log.append(Problem(error, reading: path.description))
  }
}

extension Problem {
  /// The problem of a file that is refused.
  init(_ refusal: Refusal, _ severity: Severity = .error, file: String) {
    let remedy = severity == .warning ? "it was skipped" : refusal.remedy
    self.init(severity, file: file, cause: refusal.cause, remedy: remedy)
  }

  /// The problem of a file that cannot be read.
  init(_ error: SystemError, reading file: String) {
    self.init(file: file, cause: error.text, remedy: error.remedyForReading)
  }
}
