import Testing
@testable import NearDuplicates
