using System.Text;

namespace GoalMetrics.Tests.Engines.Sketches;

public class XxHash64Tests
{
    private const uint Prime32 = 2_654_435_761;

    // BMK_sanityCheck in xxhsum.c of github.com/Cyan4973/xxHash; lengths 4, 8 and 32 of the same buffer from XxHash64SafeTest in
    // github.com/airlift/slice, which checks itself against the reference implementation.
    [Theory]
    [InlineData(0, 0, 0xEF46DB3751D8E999)]
    [InlineData(0, Prime32, 0xAC75FDA2929B17EF)]
    [InlineData(1, 0, 0x4FCE394CC88952D8)]
    [InlineData(1, Prime32, 0x739840CB819FA723)]
    [InlineData(4, 0, 0x9256E58AA397AEF1)]
    [InlineData(4, Prime32, 0x09D5FFDFB928AB4B)]
    [InlineData(8, 0, 0xF74CB1451B32B8CF)]
    [InlineData(8, Prime32, 0x9C44B77FBCC302C5)]
    [InlineData(14, 0, 0xCFFA8DB881BC3A3D)]
    [InlineData(14, Prime32, 0x5B9611585EFCC9CB)]
    [InlineData(32, 0, 0xAF5753D39159EDEE)]
    [InlineData(32, Prime32, 0xDCAB9233B8CA7B0F)]
    [InlineData(101, 0, 0x0EAB543384F878AD)]
    [InlineData(101, Prime32, 0xCAA65939306F1E21)]
    public void Of_SanityBuffer_IsThePublishedHash(int length, ulong seed, ulong expected)
    {
        var buffer = new byte[101];
        var next = Prime32;
        foreach (ref var value in buffer.AsSpan())
        {
            value = (byte)(next >> 24);
            next = unchecked(next * next);
        }

        XxHash64.Of(buffer.AsSpan(0, length), seed).Should().Be(expected);
    }

    [Theory] // What the Python package xxhash 4.0.1, which wraps the reference implementation, gives for these.
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("message digest", 0x066ED728FCEEB3BE)]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 0xCFE1F278FA89835C)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 0xAAA46907D3047814)]
    public void Of_KnownTexts_IsThePublishedHash(string text, ulong expected) =>
        XxHash64.Of(Encoding.ASCII.GetBytes(text)).Should().Be(expected);
}
