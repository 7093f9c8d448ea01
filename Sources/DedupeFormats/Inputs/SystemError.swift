#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system answered to a call that failed.
package struct SystemError: Error, Equatable {
  /// The number of the error, as in `errno`.
  package var code: Int32

  /// The error of the call just made.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's words for it, in lower case, as part of a sentence.
  package var text: String {
    guard let words = strerror(code) else { return "error \(code)" }
    let text = String(cString: words)
    // "Input/output error" loses its capital, "RFS specific error" must not.
    guard text.dropFirst().first?.isLowercase == true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// What a user can do about it when reading.
  var remedyForReading: String {
    switch code {
    case ENOENT, ENOTDIR: "give the path of a file or directory that exists"
    case EACCES, EPERM: "make it readable for you, or leave it out"
    case ELOOP: "mend the symbolic link, or leave it out"
    case EIO: "check the disk"
    case EMFILE, ENFILE: "allow more open files, with ulimit -n"
    default: "check the path, or leave it out"
    }
  }
}
