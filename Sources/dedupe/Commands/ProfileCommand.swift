import ArgumentParser
import NearDuplicates

/// `dedupe profile`: learns what is usual in a collection, or shows what was learned.
struct ProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Learn a collection's boilerplate and word frequencies, or show a profile.",
    usage: """
      dedupe profile PATH… -o FILE [options]
      dedupe profile --show FILE
      """,
    discussion: """
      scan, compare and evaluate take the file with --profile; with the same profile a pair gets \
      the same verdict everywhere.
      """)

  @OptionGroup var inputs: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("Print what a profile holds.", valueName: "FILE"))
  var show: String?

  @OptionGroup var threads: ThreadsOption
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func validate() throws {
    guard show == nil else { return }
    try inputs.requireInput()
    if output.output == nil {
      throw ValidationError("name the file for the profile with -o FILE")
    }
  }

  func run() async throws {
    if let show { try print(ProfileOption.profile(at: show)) } else { try await learn() }
  }

  private func print(_ profile: Profile) throws {
    let files = try OutputFiles(report: output.output, force: output.force)
    var page = files.page(color: display.color)
    ProfileView(profile: profile).draw(on: &page)
    try files.write(page)
  }

  private func learn() async throws {
    let files = try OutputFiles(report: output.output, force: output.force)
    let collection = try await inputs.load(threads: threads.count, display: display)
    var settings = Settings()
    settings.threads = threads.count
    let bar = ProgressBar.ifWatched(quiet: display.quiet)
    let profile = await Deduplicator(settings: settings)
      .learn(from: collection.documents) { bar?.show($0) }
    bar?.clear()
    try files.write(profile.serialized())
    if !display.quiet { StandardError.say(ProfileView(profile: profile).summary) }
    try ExitStatus.afterReport(
      badInputs: collection.log.errorCount > 0, duplicates: false
    ).end()
  }
}
