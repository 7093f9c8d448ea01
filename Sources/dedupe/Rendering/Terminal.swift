#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the place that a report goes to can show.
struct Terminal: Sendable, Equatable {
  /// The columns a line may take.
  var columns: Int
  /// Whether text may carry colours.
  var usesColor: Bool

  /// Below this, two columns of text would be under 48 wide each, narrower than a newspaper's,
  /// so that paragraphs stand above each other instead.
  static let columnsForSideBySide = 100

  /// Lines over 160 columns are tiresome to read, however wide the window.
  private static let mostColumns = 160

  /// Whether two texts fit beside each other.
  var fitsSideBySide: Bool { columns >= Self.columnsForSideBySide }

  /// What standard output is, or what stands in for it: `COLUMNS`, else the window's width, else
  /// 100, so that piped reports look the same everywhere.
  static func standardOutput(color: ColorChoice, toFile: Bool) -> Terminal {
    let isTerminal = !toFile && isatty(STDOUT_FILENO) == 1
    let width = environment("COLUMNS").flatMap(Int.init) ?? (isTerminal ? windowWidth() : nil)
    return Terminal(
      columns: min(max(width ?? columnsForSideBySide, 40), mostColumns),
      usesColor: color.allowsColor(onTerminal: isTerminal))
  }

  /// Whether a person reads standard error as it is written.
  static var standardErrorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether standard input would wait for a person to type.
  static var standardInputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// A variable of the environment, if it is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func windowWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// When to use colours.
enum ColorChoice: String, Sendable, CaseIterable {
  case auto
  case always
  case never

  /// Whether colours may be used.
  ///
  /// A choice on the command line beats `NO_COLOR` (https://no-color.org), which beats the
  /// terminal.
  func allowsColor(onTerminal isTerminal: Bool) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && Terminal.environment("NO_COLOR") == nil
        && Terminal.environment("TERM") != "dumb"
    }
  }
}
