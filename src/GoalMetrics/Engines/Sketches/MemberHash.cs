using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GoalMetrics;

// A member of a dimension as 64 bits: XXH64 of its UTF-16, little endian. UTF-8 would merge texts with broken surrogate pairs,
// and would need a copy of the text.
internal static class MemberHash
{
    private const int LongestNumber = 20;

    public static ulong Of(ReadOnlySpan<char> text) =>
        BitConverter.IsLittleEndian ? XxHash64.Of(MemoryMarshal.AsBytes(text)) : OfReversed(text);

    // Members are texts: 42 is the member "42".
    public static ulong Of(long member)
    {
        Span<char> text = stackalloc char[LongestNumber];
        member.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        return Of(text[..length]);
    }

    // For big-endian machines.
    internal static ulong OfReversed(ReadOnlySpan<char> text)
    {
        var buffer = ArrayPool<ushort>.Shared.Rent(text.Length);
        var units = buffer.AsSpan(0, text.Length);
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<char, ushort>(text), units);
        var hash = XxHash64.Of(MemoryMarshal.AsBytes(units));
        ArrayPool<ushort>.Shared.Return(buffer);
        return hash;
    }
}
