// WordScanner.scan, in the words that a kind of processor defines before it includes this:
//
//   Bytes                      64 bytes
//   load, store                them, at any address
//   outside                    a bit for each that is no ASCII
//   equal, equalUnder, within  a bit for each that is a byte, is one under a mask, is in a range
//   smallLetters               the bytes with small letters, and a bit for each letter
//   toggled                    the bytes, of which some have some of their bits turned over
//   writeEdges                 writes the places of bits as offsets in the text

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

// Marks the words with irregular bytes: the number of edges up to such a byte, always odd, tells
// which word that is.
static inline void markWords(uint64_t irregular, uint64_t edges, struct WordScan *scan) {
  uint64_t begins = irregular & ~(irregular << 1 | scan->carriedIrregular);
  for (; begins != 0; begins &= begins - 1) {
    uint64_t upToBegin = begins ^ (begins - 1);
    size_t word = (scan->edgeCount + (size_t)__builtin_popcountll(edges & upToBegin)) / 2;
    scan->irregularWords[word / 64] |= 1ull << word % 64;
    scan->hasIrregularWords = true;
  }
}

static inline void scanBlock(const uint8_t *block, uint32_t offset, uint8_t *copy,
                             struct WordScan *scan) {
  Bytes bytes = load(block);
  uint64_t letters;
  Bytes folded = smallLetters(bytes, &letters);
  uint64_t words = letters | within(bytes, '0', 10) | equal(bytes, '_');
  uint64_t irregular = outside(bytes);
  if (irregular != 0) {
    Bytes next = load(block + 1);
    irregular &= ~punctuation(bytes, next, block, scan);
    words |= irregular;
    if (equalUnder(0xFE, bytes, 0xD0) != 0 || (scan->lastByte & 0xFE) == 0xD0) {
      irregular &= ~foldCyrillic(bytes, next, &folded, scan->lastByte);
    }
  }
  store(copy, folded);
  uint64_t edges = words ^ (words << 1 | scan->carriedWord);
  if (irregular != 0) markWords(irregular, edges, scan);
  writeEdges(edges, offset, scan->edges + scan->edgeCount);
  scan->edgeCount += (size_t)__builtin_popcountll(edges);
  scan->carriedIrregular = irregular >> 63;
  scan->carriedWord = words >> 63;
  scan->lastByte = block[63];
}

static inline void scanBlocks(const uint8_t *text, size_t blocks, uint32_t offset, uint8_t *copy,
                              struct WordScan *scan) {
  // What changes from block to block can stay in registers only in a copy.
  struct WordScan local = *scan;
  for (size_t block = 0; block < blocks; block++) {
    scanBlock(text + 64 * block, offset + 64 * (uint32_t)block, copy + 64 * block, &local);
  }
  *scan = local;
}
