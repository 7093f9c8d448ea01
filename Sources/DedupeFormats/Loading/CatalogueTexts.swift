import NearDuplicates

/// The texts of a catalogue, which are read again from their files.
///
/// They are read with `pread`, not mapped: a mapped file that is cut short while it is read ends
/// the process with a signal, a call says how many bytes it got. The copy costs 0.2 s for each
/// gigabyte, of which a run reads the documents that have candidates.
package struct CatalogueTexts: TextSource {
  fileprivate let catalogue: Catalogue
  fileprivate let names: FieldNames
  fileprivate let dates: DateParser

  init(_ catalogue: Catalogue, names: FieldNames, dates: DateParser) {
    self.catalogue = catalogue
    self.names = names
    self.dates = dates
  }

  package func reader() -> CatalogueReader { CatalogueReader(self) }
}

/// Reads documents of a catalogue again, one after the other.
package struct CatalogueReader: TextSourceReader, Sendable {
  private let texts: CatalogueTexts
  private let buffer = ByteBuffer()
  private var parser: RecordParser
  private var textFile: TextFile
  /// The file that was read last.
  private var open: OpenFile?

  private final class OpenFile: Sendable {
    let index: UInt32
    let file: InputFile
    let descriptor: Descriptor
    let kind: FileKind

    init(_ index: UInt32, _ file: InputFile) throws(LoadError) {
      self.index = index
      self.file = file
      // The kind is told as it was told before.
      kind = try ChunkReader(file).kind
      do throws(SystemError) {
        guard case .file(let path) = file.origin else { throw SystemError(code: 0) }
        descriptor = try Descriptor(opening: path)
      } catch {
        throw LoadError(problem: Problem(error, reading: file.shown))
      }
    }
  }

  fileprivate init(_ texts: CatalogueTexts) {
    self.texts = texts
    parser = RecordParser(names: texts.names, dates: texts.dates)
    textFile = TextFile(dates: texts.dates)
  }

  package mutating func withText(
    of document: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(LoadError) {
    let place = texts.catalogue.places[document]
    if place.file == Catalogue.Place.held {
      var text = texts.catalogue.held[place.offset].text
      return text.withUTF8 { body($0) }
    }
    let file = try load(place)
    switch file.kind {
    case .text: body(buffer.bytes.bindMemory(to: UInt8.self))
    case .lines:
      guard parser.withText(of: buffer.bytes, body) else { throw Self.changed(file.file) }
    }
  }

  package mutating func document(_ document: Int) throws(LoadError) -> Document {
    let place = texts.catalogue.places[document]
    var found: Document
    if place.file == Catalogue.Place.held {
      found = texts.catalogue.held[place.offset]
    } else {
      let file = try load(place)
      var batch = Batch(file: file.file)
      switch file.kind {
      case .text: textFile.parse(buffer.bytes, into: &batch)
      case .lines: parser.parse(line: buffer.bytes, into: &batch)
      }
      guard let record = batch.records.first else { throw Self.changed(file.file) }
      found = record.document
    }
    found.id = texts.catalogue.id(of: document)
    return found
  }

  package func refuseChange(of document: Int) throws(LoadError) {
    let place = texts.catalogue.places[document]
    guard place.file != Catalogue.Place.held else { return }
    throw Self.changed(texts.catalogue.files[Int(place.file)])
  }

  /// Reads the bytes of a document.
  private mutating func load(_ place: Catalogue.Place) throws(LoadError) -> OpenFile {
    let file = try opened(place.file)
    do throws(SystemError) {
      if try buffer.load(place.length, at: place.offset, of: file.descriptor) { return file }
    } catch {
      throw LoadError(problem: Problem(error, reading: file.file.shown))
    }
    throw Self.changed(file.file)
  }

  private mutating func opened(_ index: UInt32) throws(LoadError) -> OpenFile {
    if let open, open.index == index { return open }
    let file = try OpenFile(index, texts.catalogue.files[Int(index)])
    open = file
    return file
  }

  private static func changed(_ file: InputFile) -> LoadError {
    LoadError(
      problem: Problem(
        file: file.shown, cause: "the file changed while it was read",
        remedy: "run it again when nobody writes to it, or give a copy"))
  }
}
