import NearDuplicates
import Testing

@testable import DedupeFormats

struct RecordEncoderTests {
  private let match = Match(
    a: 1, b: 0, relation: .rewrite, score: 0.75,
    measures: Measures(
      jaccard: 0.03166, containmentA: 0.1, containmentB: 0.2, sharedWords: 9, narrativeWords: 5,
      quotedWords: 4, boilerplateWords: 0, longestRun: 6, daysApart: nil),
    passages: [Passage(a: 2..<6, b: 1..<3, words: 9, kind: .quotation)])

  private func encoder() async throws -> RecordEncoder {
    let directory = TemporaryDirectory()
    directory.write(
      "a.jsonl",
      #"{"id":"x,\"1\"","text":"aéb"}"# + "\n" + #"{"id":42,"text":"é😀"}"# + "\n{\"text\":\"z\"}")
    let collection = try await CollectionLoader().load([directory("a.jsonl")])
    let link = Placement.Link(of: 1, relation: .rewrite, score: 0.75)
    return RecordEncoder(
      collection, clusters: [Cluster(id: "00ff", members: [1, 0], representative: 1)],
      placements: [Placement(cluster: 0, link: link), Placement(cluster: 0), Placement()])
  }

  @Test func documentsAsJSON() async throws {
    let encoder = try await encoder()
    var writer = JSONWriter()
    for index in 0..<3 {
      encoder.writeDocument(index, to: &writer)
      writer.endLine()
    }
    let expected = #"""
      {"id":"x,\"1\"","cluster":"00ff","size":2,"representative":false,"relation":"rewrite","of":42,"score":0.75}
      {"id":42,"cluster":"00ff","size":2,"representative":true,"relation":null,"of":null,"score":null}
      {"id":"a.jsonl:3","cluster":null,"size":1,"representative":true,"relation":null,"of":null,"score":null}

      """#
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func documentsAsCSV() async throws {
    let encoder = try await encoder()
    var writer = CSVWriter()
    writer.header(RecordEncoder.documentColumns)
    for index in 0..<3 { encoder.writeDocument(index, to: &writer) }
    let lines = [
      "id,cluster,size,representative,relation,of,score",
      "\"x,\"\"1\"\"\",00ff,2,false,rewrite,42,0.75", "42,00ff,2,true,,,",
      "a.jsonl:3,,1,true,,,", "",
    ]
    #expect(String(decoding: writer.bytes, as: UTF8.self) == lines.joined(separator: "\r\n"))
  }

  @Test func matchesAsJSON() async throws {
    var writer = JSONWriter()
    try await encoder().writeMatch(match, to: &writer)
    let expected =
      #"{"a":42,"b":"x,\"1\"","relation":"rewrite","score":0.75,"jaccard":0.0317,"#
      + #""containment_a":0.1,"containment_b":0.2,"shared_words":9,"narrative_words":5,"#
      + #""quoted_words":4,"boilerplate_words":0,"longest_run":6,"days_apart":null,"#
      + #""passages":[{"a_begin":1,"a_end":2,"b_begin":1,"b_end":2,"words":9,"kind":"quotation"}]}"#
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }
}
