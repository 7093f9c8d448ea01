import NearDuplicates
import Testing

@Suite struct HexDigitsTests {
  @Test(arguments: [
    (0, "0000000000000000"), (0xA1, "00000000000000a1"), (UInt64.max, "ffffffffffffffff"),
  ])
  func areAlwaysSixteen(number: UInt64, digits: String) {
    #expect(number.hexDigits == digits)
  }
}
