import NearDuplicates
import Testing

@Suite struct DocumentTests {
  @Test func theEarlierIsToldByDateThenByTheBytesOfTheID() {
    let documents = [
      Document(id: "z", text: "", date: Timestamp(seconds: 1)),
      Document(id: "B", text: "", date: Timestamp(seconds: 2)),
      Document(id: "a", text: "", date: Timestamp(seconds: 2)),
      Document(id: "Z", text: ""), Document(id: "a", text: ""), Document(id: "ä", text: ""),
    ]
    for (place, one) in documents.enumerated() {
      for (otherPlace, other) in documents.enumerated() {
        #expect(one.precedes(other) == (place < otherPlace), "\(one) and \(other)")
      }
    }
  }
}
