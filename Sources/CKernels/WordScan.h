// WordScanner.scan, in the words that a kind of processor defines before it includes this:
//
//   Bytes                      64 bytes
//   load, store                them, at any address
//   outside                    a bit for each that is no ASCII
//   equal, equalUnder, within  a bit for each that is a byte, is one under a mask, is in a range
//   smallLetters               the bytes with small letters, and a bit for each letter
//   toggled                    the bytes, of which some have some of their bits turned over
//   writeEdges                 writes the places of bits as offsets in the text
//
// and, where HAS_LETTERS is defined, what finds letters that are tokens of their own, and:
//
//   writeLetterEdges           writes begins and ends in turns, and which of them end such a letter

// Curly quotes, dashes, ellipses and spaces of U+2010 to U+2029; U+00A0, «, ».
static inline uint64_t punctuation(Bytes bytes, Bytes next, const uint8_t *block,
                                   struct WordScan *scan) {
  Bytes last = load(block + 2);
  uint64_t three = equal(bytes, 0xE2) & equal(next, 0x80) & within(last, 0x90, 0x1A);
  uint64_t two = equal(bytes, 0xC2) & (equal(next, 0xA0) | equalUnder(0xEF, next, 0xAB));
  uint64_t begins = two | three;
  uint64_t found = begins | begins << 1 | three << 2 | scan->carriedPunctuation;
  scan->carriedPunctuation = begins >> 63 | three >> 62;
  return found;
}

// CyrillicFolder.fold: the letters that are hashed as they are folded here.
static inline uint64_t foldCyrillic(Bytes bytes, Bytes next, Bytes *folded, uint8_t lastByte) {
  uint64_t d0 = equal(bytes, 0xD0), d1 = equal(bytes, 0xD1);
  uint64_t afterD0 = d0 << 1 | (lastByte == 0xD0), afterD1 = d1 << 1 | (lastByte == 0xD1);
  Bytes small = toggled(*folded, afterD0 & within(bytes, 0x90, 0x20), 0x20);
  uint64_t shortI = afterD0 & equal(small, 0xB9);
  uint64_t leadsOfRToYa = d0 & equalUnder(0xF0, next, 0xA0);
  *folded = toggled(small, shortI | leadsOfRToYa, 1);
  // є, і, ј and њ.
  uint64_t foreign = within(bytes, 0x94, 7) & equalUnder(1, bytes, 0);
  return (afterD0 & within(bytes, 0x90, 0x30)) |
         (afterD1 & (equalUnder(0xF0, bytes, 0x80) | foreign)) |
         ((d0 | d1) & equalUnder(0xC0, next, 0x80));
}

// Marks the words with irregular bytes: the number of begins and ends up to such a byte, always
// odd, tells which word that is.
static inline void markWords(uint64_t irregular, uint64_t edges, uint64_t moreEdges,
                             struct WordScan *scan) {
  uint64_t begins = irregular & ~(irregular << 1 | scan->carriedIrregular);
  for (; begins != 0; begins &= begins - 1) {
    uint64_t upTo = begins ^ (begins - 1);
    int count = __builtin_popcountll(edges & upTo) + __builtin_popcountll(moreEdges & upTo);
    size_t word = (scan->edgeCount + (size_t)count) / 2;
    scan->irregularWords[word / 64] |= 1ull << word % 64;
    scan->hasIrregularWords = true;
  }
}

#ifdef HAS_LETTERS
// What stands in three bytes each in a block of Chinese or Japanese.
struct Letters {
  // The first bytes of letters that are tokens of their own, and of separators between them.
  uint64_t letters, separators;
};

static inline struct Letters findLetters(const uint8_t *block) {
  Bytes bytes = load(block), next = load(block + 1), last = load(block + 2);
  return (struct Letters){lettersAlone(bytes, next, last) & endingLetters(block + 3),
                          separators(bytes, next, last)};
}

// Words of which some are letters, which may stand side by side: where one begins another may end.
static inline void takeLetterEdges(uint64_t words, uint64_t letters, uint64_t irregular,
                                   uint32_t offset, struct WordScan *scan) {
  uint64_t behindWords = words << 1 | scan->carriedWord;
  uint64_t behindLetters = letters << 3 | scan->carriedLetters;
  uint64_t begins = (words & ~behindWords) | letters | (words & behindLetters);
  uint64_t ends = (behindWords & ~words) | (behindWords & letters) | behindLetters;
  if (irregular != 0) markWords(irregular, begins, ends, scan);
  bool isOpen = scan->carriedWord != 0;
  writeLetterEdges(isOpen ? ends : begins, isOpen ? begins : ends, behindLetters, isOpen, offset,
                   scan->edges + scan->edgeCount);
  scan->edgeCount += (size_t)(__builtin_popcountll(begins) + __builtin_popcountll(ends));
  scan->carriedLetters = letters >> 61;
}
#endif

static inline void takeEdges(uint64_t words, uint64_t irregular, uint32_t offset,
                             struct WordScan *scan) {
  uint64_t edges = words ^ (words << 1 | scan->carriedWord);
  if (irregular != 0) markWords(irregular, edges, 0, scan);
  writeEdges(edges, offset, scan->edges + scan->edgeCount);
  scan->edgeCount += (size_t)__builtin_popcountll(edges);
}

static inline __attribute__((always_inline)) void scanBlock(const uint8_t *block, uint32_t offset,
                                                            uint8_t *copy, struct WordScan *scan,
                                                            bool hasLetters) {
  Bytes bytes = load(block);
  uint64_t small;
  Bytes folded = smallLetters(bytes, &small);
  uint64_t words = small | within(bytes, '0', 10) | equal(bytes, '_');
  uint64_t irregular = outside(bytes), letters = 0;
  if (irregular != 0) {
    Bytes next = load(block + 1);
    irregular &= ~punctuation(bytes, next, block, scan);
#ifdef HAS_LETTERS
    uint64_t carried = scan->carriedLetters;
    if (hasLetters && (within(bytes, 0xE3, 13) | carried) != 0) {
      struct Letters found = findLetters(block);
      letters = found.letters;
      uint64_t marks = found.separators;
      scan->carriedPunctuation |= marks >> 63 | marks >> 62;
      irregular &= ~(marks | marks << 1 | marks << 2);
      words |= irregular;
      irregular &= ~(letters | letters << 1 | letters << 2 | carried >> 1 | carried >> 2);
    }
#endif
    words |= irregular;
    if (equalUnder(0xFE, bytes, 0xD0) != 0 || (scan->lastByte & 0xFE) == 0xD0) {
      irregular &= ~foldCyrillic(bytes, next, &folded, scan->lastByte);
    }
  }
  store(copy, folded);
#ifdef HAS_LETTERS
  if (hasLetters && (letters | scan->carriedLetters) != 0) {
    takeLetterEdges(words, letters, irregular, offset, scan);
  } else {
    takeEdges(words, irregular, offset, scan);
  }
#else
  (void)letters, (void)hasLetters;
  takeEdges(words, irregular, offset, scan);
#endif
  scan->carriedIrregular = irregular >> 63;
  scan->carriedWord = words >> 63;
  scan->lastByte = block[63];
}

static inline __attribute__((always_inline)) void scanBlocks(const uint8_t *text, size_t blocks,
                                                             uint32_t offset, uint8_t *copy,
                                                             struct WordScan *scan,
                                                             bool hasLetters) {
  // What changes from block to block can stay in registers only in a copy.
  struct WordScan local = *scan;
  for (size_t block = 0; block < blocks; block++) {
    scanBlock(text + 64 * block, offset + 64 * (uint32_t)block, copy + 64 * block, &local,
              hasLetters);
  }
  *scan = local;
}
