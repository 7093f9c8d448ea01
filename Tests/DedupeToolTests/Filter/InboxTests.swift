import Testing

@testable import dedupe

struct InboxTests {
  @Test func handsOverInOrderAndAllAtOnce() async {
    let inbox = Inbox()
    inbox.put(.idle)
    inbox.put(.signal(15))
    inbox.put(.end)
    let events = await inbox.take()
    #expect(events.count == 3)
    guard case .signal(15) = events[1], case .end = events[2] else {
      Issue.record("another order")
      return
    }
  }

  @Test func wakesWhoWaits() async {
    let inbox = Inbox()
    async let events = inbox.take()
    inbox.put(.end)
    #expect(await events.count == 1)
  }
}
