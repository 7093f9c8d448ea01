import ArgumentParser

/// Where a report goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file instead of standard output.", valueName: "FILE"))
  var output: String?

  @Flag(help: "Let files that exist be replaced.")
  var force = false
}

extension ScanFormat: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
