using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;

namespace GoalMetrics;

// A member of a dimension as 64 bits: XXH64 of its UTF-16, little endian on every machine. UTF-8 would merge texts with broken surrogate
// pairs.
internal static class MemberHash
{
    private const int LongestNumber = 20;
    private const int MostOnStack = 256;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var length = text.Length * sizeof(char);
        if (length <= MostOnStack)
        {
            Span<byte> few = stackalloc byte[MostOnStack];
            return Of(text, few[..length]);
        }

        var many = ArrayPool<byte>.Shared.Rent(length);
        var hash = Of(text, many.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(many);
        return hash;
    }

    // Members are texts: 42 is the member "42".
    public static ulong Of(long member)
    {
        Span<char> text = stackalloc char[LongestNumber];
        member.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        return Of(text[..length]);
    }

    private static ulong Of(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var rest = bytes;
        foreach (var letter in text)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(rest, letter);
            rest = rest[sizeof(char)..];
        }

        return XxHash64.Of(bytes);
    }
}
