import Testing

@testable import DedupeFormats

struct MemberSpliceTests {
  /// A line with `"m":1` added.
  private func spliced(_ line: String) throws -> String {
    let bytes = Array(line.utf8)
    return try bytes.withUnsafeBytes { bytes in
      var fields: [JSONField] = []
      try StrictRecordParser.parse(bytes, into: &fields)
      let splice = MemberSplice(fields: fields, in: bytes) { bytes[$0.key].elementsEqual("m".utf8) }
      var result: [UInt8] = []
      splice.append(Array("\"m\":1".utf8), to: bytes, into: &result)
      return String(decoding: result, as: UTF8.self)
    }
  }

  @Test(arguments: [
    (#"{"a":1}"#, #"{"a":1,"m":1}"#), ("{}", #"{"m":1}"#), ("{ }", #"{ "m":1}"#),
    (#" { "a" : {"m":2} } "#, #" { "a" : {"m":2} ,"m":1} "#),
    ("{\"a\":\"}\"}\r", "{\"a\":\"}\",\"m\":1}\r"),
    (#"{"a":1.50e3,"a":"\u00e9"}"#, #"{"a":1.50e3,"a":"\u00e9","m":1}"#),
  ])
  func addsALastMemberAndLeavesTheRest(line: String, expected: String) throws {
    #expect(try spliced(line) == expected)
  }

  @Test(arguments: [
    (#"{"m":0}"#, #"{"m":1}"#), (#"{"m":0,"a":2}"#, #"{"a":2,"m":1}"#),
    (#"{"a":2,"m":0}"#, #"{"a":2,"m":1}"#), (#"{"m":0,"m":0}"#, #"{"m":1}"#),
    (#"{"a":2, "m" : {"x":[]} , "b":3}"#, #"{"a":2 , "b":3,"m":1}"#),
    (#"{"m":0,"a":2,"m":0,"m":7,"b":3}"#, #"{"a":2,"b":3,"m":1}"#),
  ])
  func replacesMembersOfItsName(line: String, expected: String) throws {
    #expect(try spliced(line) == expected)
  }

  /// Fields with their values, but those of the name.
  private func others(_ line: String) throws -> [[UInt8]] {
    let bytes = Array(line.utf8)
    return try bytes.withUnsafeBytes { bytes in
      var fields: [JSONField] = []
      try StrictRecordParser.parse(bytes, into: &fields)
      return fields.filter { !bytes[$0.key].elementsEqual("m".utf8) }
        .map { Array(bytes[$0.key]) + Array(bytes[$0.value]) }
    }
  }

  @Test(arguments: 0..<20)
  func keepsAllOtherFieldsOfAnyLine(seed: UInt64) throws {
    var json = RandomJSON(seed: seed)
    for _ in 0..<300 {
      let line = json.line()
      let result = try spliced(line)
      #expect(try others(result) == others(line), "seed \(seed): \(line)")
      #expect(try spliced(result) == result, "seed \(seed): a second time changes nothing: \(line)")
    }
  }
}
