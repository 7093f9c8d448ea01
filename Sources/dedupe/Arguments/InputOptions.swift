import ArgumentParser
import DedupeFormats
import NearDuplicates

/// Which files, directories and streams are read.
struct PathOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, directories, or - for standard input: plain text or JSON Lines.",
      valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("Read more paths from a file, one a line.", valueName: "FILE"))
  var filesFrom: String?

  /// Refuses to wait for a person to type articles: without a path, standard input is read, and
  /// who typed no path would wait for ever for a prompt that never comes.
  func requireInput() throws {
    guard paths.isEmpty, filesFrom == nil, Terminal.standardInputIsTerminal else { return }
    throw ValidationError("give a file, a directory, or - to read standard input")
  }

  /// The paths, standard input where none is named.
  var orStandardInput: [String] { paths.isEmpty && filesFrom == nil ? ["-"] : paths }
}

/// Which articles are read, and under which names their fields stand.
struct InputOptions: ParsableArguments {
  @OptionGroup var sources: PathOptions

  var paths: [String] { sources.paths }
  var filesFrom: String? { sources.filesFrom }

  @Option(help: ArgumentHelp("Read at most so many articles.", valueName: "N"))
  var limit: Int?

  @Flag(help: "Stop at the first bad input or record.")
  var strict = false

  @OptionGroup(title: "Field names of records") var fields: FieldOptions

  mutating func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError("--limit takes a number of at least 1, not \(limit)")
    }
  }

  /// Reads the articles, and tells what was wrong with them.
  func load(threads: Int, display: DisplayOptions) async throws -> LoadedCollection {
    try await Self.load(
      sources.orStandardInput, filesFrom: filesFrom, with: loader(threads: threads),
      display: display)
  }

  /// Reads the same and keeps what a preset asks for instead of texts.
  func catalogue(
    for preset: Preset, threads: Int, display: DisplayOptions
  ) async throws -> Catalogue {
    let loader = loader(threads: threads)
    let (paths, list) = (sources.orStandardInput, filesFrom)
    return try await Self.loaded(paths, filesFrom: list, display: display) {
      progress throws(LoadError) in
      try await loader.catalogue(
        paths, filesFrom: list, for: preset, progress: progress)
    }
  }

  private func loader(threads: Int) -> CollectionLoader {
    var loader = CollectionLoader(threads: threads)
    loader.names = fields.names
    loader.limit = limit
    loader.isStrict = strict
    return loader
  }

  /// The value of another field for each of the articles that ``load(threads:display:)`` read.
  ///
  /// The readers know six fields, so the files are read again with the address taken from this
  /// one. Standard input can be read only once: see ``canReadTwice``.
  func values(ofField field: String, threads: Int) async throws -> [String?] {
    var loader = CollectionLoader(threads: threads)
    loader.names = fields.names
    loader.names.url = field
    loader.limit = limit
    do throws(LoadError) {
      return try await loader.load(paths, filesFrom: filesFrom).documents.map(\.url)
    } catch {
      throw Failure(error.problem.description)
    }
  }

  /// Whether all inputs are files.
  var canReadTwice: Bool { !sources.orStandardInput.contains("-") }

  /// Reads the articles of some paths, and tells what was wrong with them.
  static func load(
    _ paths: [String], filesFrom: String? = nil, with loader: CollectionLoader,
    display: DisplayOptions
  ) async throws -> LoadedCollection {
    try await loaded(paths, filesFrom: filesFrom, display: display) {
      progress throws(LoadError) in
      try await loader.load(paths, filesFrom: filesFrom, progress: progress)
    }
  }

  private typealias Loading<Result> = (
    @escaping CollectionLoader.ProgressHandler
  ) async throws(LoadError) -> Result

  private static func loaded<Result: Loadable>(
    _ paths: [String], filesFrom: String?, display: DisplayOptions, by load: Loading<Result>
  ) async throws -> Result {
    let collection = try await loadQuietly(display, load)
    // An empty pipe is a mistake of whoever fills it, not an article without words; a pipe that was
    // refused is not empty.
    let log = collection.log
    if paths == ["-"], filesFrom == nil, collection.byteCount == 0, log.errorCount == 0 {
      throw Failure(
        "nothing to read: standard input is empty; give a file, a directory, or - with articles")
    }
    Complaints(log: log, quiet: display.quiet).tell()
    guard collection.count == 0 else { return collection }
    throw Failure("there was no article to read; give files, directories or - with articles")
  }

  private static func loadQuietly<Result: Loadable>(
    _ display: DisplayOptions, _ load: Loading<Result>
  ) async throws -> Result {
    let bar = ProgressBar.ifWatched(quiet: display.quiet)
    defer { bar?.clear() }
    do throws(LoadError) {
      return try await load { done, total in bar?.show("loading", done: done, total: total) }
    } catch {
      throw Failure(error.problem.description)
    }
  }
}

/// Under which names the fields of a record stand.
struct FieldOptions: ParsableArguments {
  @Option(help: "The field with the article's name.") var idField = "id"
  @Option(help: "The field with the text that is compared.") var textField = "text"
  @Option(help: "The field with the headline.") var titleField = "title"
  @Option(help: "The field with the date of publication.") var dateField = "date"
  @Option(help: "The field with the outlet.") var sourceField = "source"
  @Option(help: "The field with the address.") var urlField = "url"

  /// The names as the formats take them.
  var names: FieldNames {
    var names = FieldNames()
    names.id = idField
    names.text = textField
    names.title = titleField
    names.date = dateField
    names.source = sourceField
    names.url = urlField
    return names
  }
}
