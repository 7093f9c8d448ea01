import Testing

@testable import DedupeFormats

struct CSVWriterTests {
  @Test func quotesWhereItMust() {
    var writer = CSVWriter()
    writer.header(["id", "n", "s", "b"])
    writer.cell("a,\"b\"\nc")
    writer.cell(7)
    writer.cell(0.25)
    writer.cell(true)
    writer.endLine()
    writer.cell(String?.none)
    writer.cell(Int?.none)
    writer.cell(Double.nan)
    writer.cell("é x")
    writer.endLine()
    let expected = "id,n,s,b\r\n\"a,\"\"b\"\"\nc\",7,0.25,true\r\n,,,é x\r\n"
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }
}
