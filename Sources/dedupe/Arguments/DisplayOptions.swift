import ArgumentParser

/// How a report looks and how much is said besides it.
struct DisplayOptions: ParsableArguments {
  @Option(help: "When to use colours: auto (on a terminal, unless NO_COLOR is set), always, never.")
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "No progress, no warnings, no summary; errors are still told.")
  var quiet = false
}

extension ColorChoice: ExpressibleByArgument {}
