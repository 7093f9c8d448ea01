/// A quotation mark: what it opens with and what closes it.
struct QuotationMark {
  /// The scalar it opens with, 0 for two grave accents, which two apostrophes close.
  let opener: UInt32
  let closers: [UInt32]
  var isSingle = false

  static let straight: UInt32 = 0x22
  static let apostrophe: UInt32 = 0x27
  static let rightDouble: UInt32 = 0x201D
  static let rightGuillemet: UInt32 = 0xBB

  /// Two grave accents, as typewriters had them: no scalar stands for them or what closes them.
  static let typewritten = QuotationMark(opener: 0, closers: [])

  var isTypewritten: Bool { opener == 0 }

  /// What an opening mark is closed by, or nil where the scalar opens nothing.
  ///
  /// “ and „, « and » open in one language and close in another; ” and » also do both at once.
  static func opened(by scalar: UInt32) -> QuotationMark? {
    switch scalar {
    case straight: QuotationMark(opener: scalar, closers: [straight, rightDouble])
    case apostrophe: QuotationMark(opener: scalar, closers: [apostrophe], isSingle: true)
    case 0x201C: QuotationMark(opener: scalar, closers: [rightDouble, straight])
    case rightDouble: QuotationMark(opener: scalar, closers: [rightDouble])
    case 0x201E, 0x201F: QuotationMark(opener: scalar, closers: [0x201C, rightDouble, straight])
    case 0xAB: QuotationMark(opener: scalar, closers: [rightGuillemet])
    case rightGuillemet: QuotationMark(opener: scalar, closers: [0xAB, rightGuillemet])
    case 0x2018: QuotationMark(opener: scalar, closers: [0x2019], isSingle: true)
    case 0x201A: QuotationMark(opener: scalar, closers: [0x2018, 0x2019], isSingle: true)
    case 0x2039: QuotationMark(opener: scalar, closers: [0x203A])
    case 0x203A: QuotationMark(opener: scalar, closers: [0x2039])
    case 0x300C: QuotationMark(opener: scalar, closers: [0x300D])
    case 0x300E: QuotationMark(opener: scalar, closers: [0x300F])
    case 0xFF02: QuotationMark(opener: scalar, closers: [0xFF02])
    default: nil
    }
  }
}
