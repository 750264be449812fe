namespace GoalMetrics;

// A set of a few hashes by open addressing. Hashes are well mixed already, so their low bits serve as their place.
internal sealed class DistinctHashes
{
    // Half full, the table with this many hashes takes 16 KB, as much as the registers of a HyperLogLog.
    public const int Most = 1_024;

    private const int FewestPlaces = 8;

    // 0 is a free place.
    private ulong[] _places = [];

    public int Count { get; private set; }

    public bool IsFull => Count == Most;

    // The hash must not be 0.
    public bool Contains(ulong hash) => _places.Length > 0 && _places[PlaceOf(hash)] == hash;

    // The hash must not be 0, and the set not full.
    public void Add(ulong hash)
    {
        if (_places.Length == 0)
        {
            _places = new ulong[FewestPlaces];
        }

        var place = PlaceOf(hash);
        if (_places[place] == hash)
        {
            return;
        }

        if (Count == _places.Length / 2)
        {
            Grow();
            place = PlaceOf(hash);
        }

        _places[place] = hash;
        Count++;
    }

    public Enumerator GetEnumerator() => new(_places);

    // Reads as many hashes as were written.
    public static DistinctHashes Read(BinaryReader reader, int count)
    {
        var hashes = new DistinctHashes();
        ulong before = 0;
        for (var i = 0; i < count; i++)
        {
            var hash = reader.ReadUInt64();
            if (hash <= before)
            {
                throw new InvalidDataException(
                    $"Expected the hashes of a distinct count in ascending order from 1; found {hash} after {before}.");
            }

            hashes.Add(before = hash);
        }

        return hashes;
    }

    // In ascending order.
    public void Write(BinaryWriter writer)
    {
        var sorted = Array.FindAll(_places, place => place != 0);
        Array.Sort(sorted);
        foreach (var hash in sorted)
        {
            writer.Write(hash);
        }
    }

    // The place of the hash, or the free one where it would go.
    private int PlaceOf(ulong hash)
    {
        var last = _places.Length - 1;
        var place = unchecked((int)hash) & last;
        while (_places[place] != 0 && _places[place] != hash)
        {
            place = (place + 1) & last;
        }

        return place;
    }

    private void Grow()
    {
        var old = _places;
        _places = new ulong[old.Length * 2];
        foreach (var hash in new Enumerator(old))
        {
            _places[PlaceOf(hash)] = hash;
        }
    }

    public struct Enumerator(ulong[] places)
    {
        private int _next;

        public ulong Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < places.Length)
            {
                Current = places[_next++];
                if (Current != 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
