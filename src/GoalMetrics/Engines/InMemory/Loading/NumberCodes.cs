namespace GoalMetrics;

// Codes of whole numbers. Keys tend to count up from 1: as long as the numbers are dense enough, a code is stored in a table at the
// index of its number, which takes a tenth of the time of a dictionary. All other numbers are kept in a dictionary.
internal sealed class NumberCodes
{
    // A place takes four bytes; a dictionary entry takes as much as eight places.
    private const int PlacesANumber = 8;
    private const int AlwaysDense = 256;

    private readonly Dictionary<long, int> _sparse = [];

    // The code plus 1; 0 at a place without a code.
    private int[] _dense = [];
    private int _count;

    // −1 for a number without a code.
    public int Of(long number)
    {
        var dense = _dense;
        if (unchecked((ulong)number) < (ulong)dense.Length)
        {
            return dense[number] - 1;
        }

        return _sparse.GetValueOrDefault(number, -1);
    }

    public void Add(long number, int code)
    {
        _count++;
        if (!IsDense(number) && number >= 0 && number < Math.Max(AlwaysDense, (long)PlacesANumber * _count))
        {
            Widen(number);
        }

        if (IsDense(number))
        {
            _dense[number] = code + 1;
        }
        else
        {
            _sparse.Add(number, code);
        }
    }

    public void Trim() => _sparse.TrimExcess();

    private bool IsDense(long number) => unchecked((ulong)number) < (ulong)_dense.Length;

    private void Widen(long number)
    {
        Array.Resize(ref _dense, (int)Math.Min(Array.MaxLength, Math.Max(Math.Max(AlwaysDense, number + 1), 2L * _dense.Length)));
        foreach (var (other, code) in _sparse)
        {
            if (IsDense(other))
            {
                _dense[other] = code + 1;
                _sparse.Remove(other);
            }
        }
    }
}
