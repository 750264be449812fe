namespace GoalMetrics;

// Values before they are added to a column: the digits of each as a whole number, and how many of those digits are decimals.
internal sealed class StagedValues
{
    // The finest scale at which 1 fits a long.
    public const int FinestScale = 18;

    // A 32-bit number times this power of ten fits a long.
    private const int PlacesForInt = 9;

    private const byte Null = byte.MaxValue;
    private const byte Large = byte.MaxValue - 1;

    private readonly long[] _mantissas = new long[StagedColumn.BatchSize];
    private readonly byte[] _scales = new byte[StagedColumn.BatchSize];

    // Values whose digits do not fit a long.
    private decimal[] _large = [];

    // A whole number.
    public void SetWhole(int slot, long value) => Set(slot, value, 0);

    // At the column's scale so far, if that costs next to nothing, which leaves less to convert when the batch is added.
    public void SetDecimal(int slot, in decimal value, int scale)
    {
        if (!ExactDecimal.TryMantissa(value, out var mantissa))
        {
            SetLarge(slot, value);
            return;
        }

        var places = scale - value.Scale;
        if (places > 0 && places <= PlacesForInt && (mantissa is >= -uint.MaxValue and <= uint.MaxValue))
        {
            Set(slot, mantissa * PowersOfTen.Longs[places], (byte)scale);
        }
        else
        {
            Set(slot, mantissa, value.Scale);
        }
    }

    public void SetNull(int slot) => Set(slot, 0, Null);

    public void Move(int from, int to)
    {
        Set(to, _mantissas[from], _scales[from]);
        if (_scales[from] == Large)
        {
            _large[to] = _large[from];
        }
    }

    public bool IsNull(int slot) => _scales[slot] == Null;

    public bool HasNulls(int from, int count) => _scales.AsSpan(from, count).Contains(Null);

    public decimal Value(int slot) => _scales[slot] switch
    {
        Null => 0m,
        Large => _large[slot],
        var scale => ExactDecimal.From(_mantissas[slot], scale),
    };

    // The numbers, if all are at the scale already; otherwise empty.
    public ReadOnlySpan<long> At(int scale, int from, int count)
    {
        if (_scales.AsSpan(from, count).ContainsAnyExcept((byte)scale))
        {
            return [];
        }

        return _mantissas.AsSpan(from, count);
    }

    // The coarsest scale that shows every value exactly and is no coarser than the given one; null if a value fits none. Zeros at the end
    // are left out, but for as many decimals as may stay.
    public int? ScaleFor(int from, int count, int scale, int mayStay)
    {
        for (var slot = from; slot < from + count; slot++)
        {
            if (_scales[slot] <= scale || _scales[slot] == Null)
            {
                continue;
            }

            var longest = Math.Max(scale, mayStay);
            while (_scales[slot] > longest && _scales[slot] != Large && _mantissas[slot] % 10 == 0)
            {
                _mantissas[slot] /= 10;
                _scales[slot]--;
            }

            scale = Math.Max(scale, _scales[slot]);
        }

        if (scale <= FinestScale)
        {
            return scale;
        }

        return null;
    }

    // Converts all values to a scale that is fine enough for them; false if one of them does not fit a long at that scale.
    public bool TryScale(int scale, int from, Span<long> scaled)
    {
        for (var i = 0; i < scaled.Length; i++)
        {
            var places = scale - _scales[from + i];
            scaled[i] = _mantissas[from + i];
            if (places > 0 && Math.BigMul(scaled[i], PowersOfTen.Longs[places], out scaled[i]) != scaled[i] >> 63)
            {
                return false;
            }
        }

        return true;
    }

    private void Set(int slot, long mantissa, byte scale)
    {
        _mantissas[slot] = mantissa;
        _scales[slot] = scale;
    }

    private void SetLarge(int slot, decimal value)
    {
        // Trailing zeros may be all that makes it too large.
        while (value.Scale > 0 && decimal.Round(value, value.Scale - 1) is var shorter && shorter == value)
        {
            value = shorter;
        }

        if (ExactDecimal.TryMantissa(value, out var mantissa))
        {
            Set(slot, mantissa, value.Scale);
            return;
        }

        if (_large.Length == 0)
        {
            _large = new decimal[StagedColumn.BatchSize];
        }

        _large[slot] = value;
        Set(slot, 0, Large);
    }
}
