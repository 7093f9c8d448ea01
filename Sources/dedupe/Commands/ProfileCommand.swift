import ArgumentParser
import DedupeFormats
import NearDuplicates

/// `dedupe profile`: learns what is usual in a collection, or shows what was learned.
struct ProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Learn a collection's boilerplate and word frequencies, or show a profile.",
    usage: """
      dedupe profile PATH… -o FILE [options]
      dedupe profile --show FILE
      dedupe profile --show [FILE] PATH…
      """,
    discussion: """
      scan, compare and evaluate take the file with --profile; with the same profile a pair gets \
      the same verdict everywhere. --show with articles prints the standing text that is most \
      frequent in them, for you to check; without a profile it is learned from them.
      """)

  @OptionGroup var inputs: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Print what a profile holds, and the standing text of articles that are given.")
  var show = false

  @OptionGroup var threads: ThreadsOption
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func validate() throws {
    try inputs.sources.requireInput()
    if !show, output.output == nil {
      throw ValidationError("name the file for the profile with -o FILE")
    }
  }

  func run() async throws {
    if show { try await print() } else { try await learn() }
  }

  /// A profile among the paths is one to show, all others hold articles.
  private func print() async throws {
    let (profiles, paths) = inputs.paths.partitioned { ProfileOption.isProfile(at: $0) }
    guard profiles.count <= 1 else {
      throw Failure("--show takes one profile; \(profiles.count) are given")
    }
    let files = try OutputFiles(report: output.output, force: output.force)
    var page = files.page(color: display.color)
    let given = try profiles.first.map { try ProfileOption.profile(at: $0) }
    if let given, paths.isEmpty, inputs.filesFrom == nil {
      ProfileView(profile: given).draw(on: &page)
      return try files.write(page)
    }
    var articles = inputs
    articles.sources.paths = paths
    let collection = try await articles.load(threads: threads.count, display: display)
    let profile =
      if let given { given } else { await learned(from: collection.documents) }
    ProfileView(profile: profile).draw(on: &page)
    BoilerplateView(
      stretches: profile.mostFrequentBoilerplate(
        in: collection.documents, most: BoilerplateView.most),
      documents: collection.documents.count
    ).draw(on: &page)
    try files.write(page)
    try end(collection.log)
  }

  /// Learns without holding the texts.
  private func learn() async throws {
    let files = try OutputFiles(report: output.output, force: output.force)
    var catalogue = try await inputs.catalogue(
      for: .wire, threads: threads.count, display: display)
    let bar = ProgressBar.ifWatched(quiet: display.quiet)
    let profile = await learner.learn(from: catalogue.takeSketched()) { bar?.show($0) }
    bar?.clear()
    try files.write(profile.serialized())
    if !display.quiet { StandardError.say(ProfileView(profile: profile).summary) }
    try end(catalogue.log)
  }

  private func learned(from documents: [Document]) async -> Profile {
    let bar = ProgressBar.ifWatched(quiet: display.quiet)
    defer { bar?.clear() }
    return await learner.learn(from: documents) { bar?.show($0) }
  }

  private var learner: Deduplicator {
    var settings = Settings()
    settings.threads = threads.count
    return Deduplicator(settings: settings)
  }

  private func end(_ log: ProblemLog) throws {
    try ExitStatus.afterReport(badInputs: log.errorCount > 0, duplicates: false).end()
  }
}

extension [String] {
  fileprivate func partitioned(by passes: (String) -> Bool) -> ([String], [String]) {
    (filter(passes), filter { !passes($0) })
  }
}
