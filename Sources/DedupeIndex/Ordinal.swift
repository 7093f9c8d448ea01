/// The number of a document in its index: the order of arrival, never used twice.
package typealias Ordinal = UInt64
