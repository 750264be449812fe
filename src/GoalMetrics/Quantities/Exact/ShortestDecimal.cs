namespace GoalMetrics;

// A decimal without trailing zeros, and without a sign on 0: the same bits however the value was written.
internal static class ShortestDecimal
{
    // Dividing by it keeps the value and drops its trailing zeros.
    private const decimal One = 1.0000000000000000000000000000m;

    private const int ScaleShift = 16;

    public static decimal Of(decimal value)
    {
        if (value == 0)
        {
            return 0;
        }

        if (value.Scale > 0 && MayEndInZero(value))
        {
            return value / One;
        }

        return value;
    }

    public static decimal Read(BinaryReader reader)
    {
        var (low, middle, high, flags) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var scale = (flags & int.MaxValue) >> ScaleShift;
        if ((flags & ((1 << ScaleShift) - 1)) == 0 && scale <= ExactDecimal.FinestScale)
        {
            var value = new decimal(low, middle, high, flags < 0, (byte)scale);
            if (scale == Of(value).Scale && (value != 0 || flags == 0))
            {
                return value;
            }
        }

        throw new InvalidDataException($"Expected a decimal without zeros at its end; found {low:x8} {middle:x8} {high:x8} {flags:x8}.");
    }

    // Nine in ten do not, and a division is slow. Mantissas beyond 64 bits are left to it.
    private static bool MayEndInZero(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var low = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        return bits[2] != 0 || low % 10 == 0;
    }

    // The mantissa from its lowest byte, then scale and sign.
    public static void Write(BinaryWriter writer, decimal value) => writer.Write(Of(value));
}
