import DedupeIndex

/// Opens indexes for commands, and turns their errors into those of a command.
enum OpenIndex {
  /// Opens an index to add to it, or makes it where there is none.
  static func forWriting(
    at path: String, settings: FilterSettings, memory: MemoryBudget, isQuiet: Bool
  ) throws -> DocumentIndex {
    let options = IndexOptions(memory)
    return try telling { () throws(IndexError) in
      do throws(IndexError) {
        return try DocumentIndex(
          opening: path, for: .writing, expecting: settings.indexParameters, options: options)
      } catch {
        guard case .missing = error else { throw error }
        let index = try DocumentIndex.create(
          at: path, parameters: settings.indexParameters, options: options)
        if !isQuiet {
          StandardError.say("\(path.printable): there was no index; a new one was made")
        }
        return index
      }
    }
  }

  /// Opens an index to look something up, beside others that do so and one that writes.
  static func forReading(at path: String) throws -> DocumentIndex {
    try telling { () throws(IndexError) in
      try DocumentIndex(opening: path, for: .reading)
    }
  }

  /// Opens an index that exists, to change it.
  static func forChanging(at path: String) throws -> DocumentIndex {
    try telling { () throws(IndexError) in
      try DocumentIndex(opening: path, for: .writing)
    }
  }

  /// Does something with an index; its errors are sentences already.
  static func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as IndexError {
      throw Failure(error.description)
    }
  }
}
