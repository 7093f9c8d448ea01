import CKernels

/// How wide the vectors of the hot path are: results are the same bit for bit, only the time is not.
///
/// The Swift code beside each kernel is the portable path, and what the others are tested against.
package enum Kernels: Int32, CaseIterable, Sendable {
  /// Swift alone: 16 bytes at a time, on every processor.
  case portable
  /// x86-64 with AVX2 and the bit manipulation of the same years.
  case avx2
  /// x86-64 with AVX-512 to VBMI2: Ice Lake, Zen 4 and what came after.
  case avx512

  /// The widest that this processor has, unless the environment variable `DEDUPE_KERNELS` asks for
  /// less.
  package static let best = Kernels(rawValue: bestKernels()) ?? .portable

  /// All that can run here, for tests to force each.
  package static var available: [Kernels] { allCases.filter { $0.rawValue <= best.rawValue } }

  /// The functions, each nil where Swift has to do it.
  package var table: KernelTable { kernelTable(rawValue).pointee }
}
