namespace GoalMetrics;

// The approximate number of different members, in 16 KB however many there are (Flajolet, Fusy, Gandouet & Meunier 2007, with the
// estimator of Ertl 2017). Up to 1,024 are kept as hashes and counted exactly. State and answers depend on the set of hashes alone,
// not on their order, nor on how they were split and merged. For one thread at a time.
internal sealed class HyperLogLog
{
    // 1.04 / √16,384
    public const double StandardError = 0.008125;

    // What one takes at most.
    public const int Words = HashRegisters.Count / sizeof(ulong);

    private const int RegistersFollow = -1;

    private DistinctHashes? _few = new();

    // In use once there are too many hashes to keep.
    private HashRegisters _registers = null!;

    // Whether it counts, instead of estimating.
    public bool IsExact => _few is not null;

    public static HyperLogLog Read(BinaryReader reader)
    {
        try
        {
            return reader.ReadInt32() switch
            {
                RegistersFollow => new() { _few = null, _registers = HashRegisters.Read(reader) },
                >= 0 and <= DistinctHashes.Most and var count => new() { _few = DistinctHashes.Read(reader, count) },
                var count => throw new InvalidDataException(
                    $"Expected a distinct count of 0 to {DistinctHashes.Most} hashes, or -1 and registers; found {count}."),
            };
        }
        catch (EndOfStreamException end)
        {
            throw new InvalidDataException("Expected a whole distinct count; found the end of the data.", end);
        }
    }

    // Expects a hash that mixes well, such as MemberHash.
    public void Add(ulong hash)
    {
        // 0 marks a free place among the hashes, so the hash 0 is counted as another one: of 2⁶⁴ hashes, two share a count.
        hash = Math.Max(hash, 1);
        if (_few is null)
        {
            _registers.Add(hash);
        }
        else if (!_few.IsFull)
        {
            _few.Add(hash);
        }
        else if (!_few.Contains(hash))
        {
            KeepRegisters(_few);
            _registers.Add(hash);
        }
    }

    // As if all of the other's hashes had been added here.
    public void Merge(HyperLogLog other)
    {
        if (other._few is not null)
        {
            foreach (var hash in other._few)
            {
                Add(hash);
            }

            return;
        }

        if (_few is not null)
        {
            KeepRegisters(_few);
        }

        _registers.Merge(other._registers);
    }

    // A whole number: no fewer than could be counted, and no more than there are hashes.
    public decimal Estimate()
    {
        if (_few is not null)
        {
            return _few.Count;
        }

        return (decimal)Math.Clamp(Math.Round(_registers.Estimate()), DistinctHashes.Most + 1, ulong.MaxValue);
    }

    // Equal contents give equal bytes, little endian: the number of hashes and each of them in ascending order, or −1 and the registers.
    public void Write(BinaryWriter writer)
    {
        if (_few is null)
        {
            writer.Write(RegistersFollow);
            _registers.Write(writer);
            return;
        }

        writer.Write(_few.Count);
        _few.Write(writer);
    }

    private void KeepRegisters(DistinctHashes few)
    {
        (_few, _registers) = (null, new HashRegisters());
        foreach (var hash in few)
        {
            _registers.Add(hash);
        }
    }
}
