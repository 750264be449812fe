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

        return value.Scale == 0 ? value : value / One;
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

    // The mantissa from its lowest byte, then scale and sign.
    public static void Write(BinaryWriter writer, decimal value) => writer.Write(Of(value));
}
