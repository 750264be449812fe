using System.Numerics;

namespace GoalMetrics;

// The 16,384 registers of a HyperLogLog. A hash's first 14 bits choose the register, which keeps the longest run of zeros after them,
// counting the one that ends it.
internal sealed class HashRegisters
{
    public const int Count = 1 << IndexBits;

    private const int IndexBits = 14;
    private const int Greatest = 64 - IndexBits + 1;

    private readonly byte[] _registers = new byte[Count];

    public static HashRegisters Read(BinaryReader reader)
    {
        var read = new HashRegisters();
        if (reader.Read(read._registers) < Count)
        {
            throw new EndOfStreamException();
        }

        var registers = read._registers.AsSpan();
        if (registers.IndexOfAnyExceptInRange((byte)0, (byte)Greatest) is >= 0 and var wrong)
        {
            throw new InvalidDataException(
                $"Expected registers of a distinct count from 0 to {Greatest}; found {registers[wrong]} in register {wrong}.");
        }

        // Small counts are written as hashes, so some register is above 0.
        if (!registers.ContainsAnyExcept((byte)0))
        {
            throw new InvalidDataException("Expected registers of a distinct count above 0; found none.");
        }

        return read;
    }

    public void Add(ulong hash)
    {
        // A bit set after the last one of the hash ends the longest possible run.
        var run = (byte)(BitOperations.LeadingZeroCount((hash << IndexBits) | (1UL << (IndexBits - 1))) + 1);
        ref var register = ref _registers[hash >> (64 - IndexBits)];
        if (run > register)
        {
            register = run;
        }
    }

    public void Merge(HashRegisters other)
    {
        var (mine, others) = (_registers, other._registers);
        for (var i = 0; i < mine.Length; i++)
        {
            mine[i] = Math.Max(mine[i], others[i]);
        }
    }

    public double Estimate()
    {
        Span<int> counts = stackalloc int[Greatest + 1];
        counts.Clear();
        foreach (var register in _registers)
        {
            counts[register]++;
        }

        return ErtlEstimator.Estimate(counts);
    }

    public void Write(BinaryWriter writer) => writer.Write(_registers);
}
