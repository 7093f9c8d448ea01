import Testing

@testable import NearDuplicates

struct ProfileSerializationTests {
  private func profile() -> Profile {
    var words = FrequencyTable()
    var boilerplate = FrequencyTable()
    for key in 0..<40 as Range<UInt64> { words.set(key * 977, to: UInt32(key + 2)) }
    for key in 0..<9 as Range<UInt64> { boilerplate.set(key << 58 | 5, to: UInt32(key + 3)) }
    var widespread = FrequencyTable()
    for key in 0..<5 as Range<UInt64> { widespread.set(key << 57 | 3, to: UInt32(key + 3)) }
    return Profile(
      documents: 1234, sampled: 1000, words: words, boilerplate: boilerplate,
      widespread: widespread)
  }

  /// The bytes with a checksum that fits whatever was done to them.
  private func sealed(_ body: some Sequence<UInt8>) -> [UInt8] {
    let body = Array(body)
    let checksum = body.withUnsafeBytes { xxh3($0.baseAddress, $0.count) }
    return body + (0..<8).map { UInt8(truncatingIfNeeded: checksum >> ($0 * 8)) }
  }

  private func error(_ bytes: [UInt8]) -> ProfileError? {
    do throws(ProfileError) {
      _ = try Profile(serialized: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `comes back as it was`() throws {
    for profile in [profile(), .empty] {
      let read = try Profile(serialized: profile.serialized())
      #expect(read == profile)
      #expect(read.documents == profile.documents)
      #expect(read.sampled == profile.sampled)
      #expect(read.words.sorted.map(\.key) == profile.words.sorted.map(\.key))
      #expect(read.words.sorted.map(\.count) == profile.words.sorted.map(\.count))
      #expect(read.boilerplate.sorted.map(\.key) == profile.boilerplate.sorted.map(\.key))
      #expect(read.boilerplate.sorted.map(\.count) == profile.boilerplate.sorted.map(\.count))
      #expect(read.widespread.sorted.map(\.key) == profile.widespread.sorted.map(\.key))
      #expect(read.widespread.sorted.map(\.count) == profile.widespread.sorted.map(\.count))
      #expect(read.serialized() == profile.serialized())
    }
  }

  @Test func `every flipped byte is found`() {
    let bytes = profile().serialized()
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x41
      let expected: ProfileError? =
        switch place {
        case 0..<8: .notAProfile
        case 8..<12: nil
        default: .damaged
        }
      let found = error(changed)
      if let expected { #expect(found == expected, "byte \(place)") }
      if case 8..<12 = place { #expect(found?.isUnknownVersion == true, "byte \(place)") }
    }
  }

  @Test func `every truncation is found`() {
    let bytes = profile().serialized()
    for count in bytes.indices {
      let expected: ProfileError = count < 8 ? .notAProfile : .damaged
      #expect(error(Array(bytes.prefix(count))) == expected, "\(count) bytes")
    }
    #expect(error(bytes + [0]) == .damaged)
  }

  @Test func `foreign bytes are no profile`() {
    #expect(error([]) == .notAProfile)
    #expect(error(Array("{\"id\": \"1\"}\n".utf8)) == .notAProfile)
    #expect(error([UInt8](repeating: 0, count: 4096)) == .notAProfile)
  }

  @Test func `a newer version and another normalisation are named`() {
    let body = profile().serialized().dropLast(8)
    var newer = Array(body)
    newer[8] = 3
    #expect(error(sealed(newer)) == .unknownVersion(3))
    #expect(error(sealed(newer))?.description.contains("format version 3") == true)
    var other = Array(body)
    let name = Array(Normalization.name.utf8)
    #expect(Array(other[16..<16 + name.count]) == name)
    other.replaceSubrange(16..<16 + name.count, with: "words-9".utf8)
    other[12] = 7
    #expect(error(sealed(other)) == .otherNormalization("words-9"))
    #expect(error(sealed(other))?.description.contains("words-9") == true)
    #expect(error(sealed(body)) == nil, "the seal itself is right")
  }

  /// Numbers that a checksum does not vouch for must not lead to a huge table or a crash.
  @Test func `counts that the bytes cannot hold are damage`() {
    let body = Array(profile().serialized().dropLast(8))
    let tables = 16 + Normalization.name.utf8.count + 16
    for count in [UInt64.max, UInt64(Int.max), 1 << 40, 41, 1000] {
      var changed = body
      for byte in 0..<8 {
        changed[tables + byte] = UInt8(truncatingIfNeeded: count >> UInt64(byte * 8))
      }
      #expect(error(sealed(changed)) == .damaged, "\(count) words")
    }
  }

  @Test func `the fingerprint is a name of what was learned`() {
    #expect(profile().fingerprint == profile().fingerprint)
    #expect(profile().fingerprint.count == 16)
    #expect(Profile.empty.fingerprint == Self.fingerprintOfEmpty)
    var words = FrequencyTable()
    words.set(1, to: 2)
    let none = FrequencyTable()
    let one = Profile(documents: 3, sampled: 3, words: words, boilerplate: none, widespread: none)
    let other = Profile(documents: 3, sampled: 3, words: none, boilerplate: words, widespread: none)
    let third = Profile(documents: 3, sampled: 3, words: none, boilerplate: none, widespread: words)
    let larger = Profile(
      documents: 4, sampled: 3, words: words, boilerplate: none, widespread: none)
    #expect(Set([one, other, third, larger, .empty].map(\.fingerprint)).count == 5)
    #expect(one != other)
  }

  /// Profiles are stored: with another value, every stored one has lost its name.
  private static let fingerprintOfEmpty = "00d2fd927c4438c8"
}

extension ProfileError {
  fileprivate var isUnknownVersion: Bool {
    if case .unknownVersion = self { true } else { false }
  }
}
