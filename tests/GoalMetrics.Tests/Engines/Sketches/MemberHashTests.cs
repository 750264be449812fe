using System.Globalization;
using CsCheck;

namespace GoalMetrics.Tests.Engines.Sketches;

public class MemberHashTests
{
    [Fact]
    public void Of_Text_IsTheHashOfItsUtf16FromTheLowerByte()
    {
        MemberHash.Of("").Should().Be(0xEF46DB3751D8E999, "no bytes");
        MemberHash.Of("aØ€").Should().Be(XxHash64.Of([0x61, 0x00, 0xD8, 0x00, 0xAC, 0x20]));
    }

    [Theory] // System.IO.Hashing 9.0.4, XxHash64 of Encoding.Unicode. Sketches that are stored hold these.
    [InlineData("42", 0x2FBB0169B1247A99)]
    [InlineData("-9223372036854775808", 0x4D808586971C5906)]
    [InlineData("Æblegrød", 0xC13FFD5DB0C1AEE2)]
    [InlineData("organic search / newsletter 2026", 0xFBB0AD8E1DAB82DA)]
    public void Of_Text_NeverChanges(string text, ulong expected) => MemberHash.Of(text).Should().Be(expected);

    [Fact]
    public void Of_Number_IsTheHashOfItsText()
    {
        var numbers = Gen.OneOf(Gen.Long, Gen.Int.Select(number => (long)number), Gen.OneOfConst(0, -1, long.MinValue, long.MaxValue));
        numbers.Sample(number => MemberHash.Of(number) == MemberHash.Of(number.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact] // Swedish writes U+2212 before negative numbers.
    public void Of_Number_IsTheSameInEveryCulture()
    {
        using (new CurrentCulture("sv-SE"))
        {
            MemberHash.Of(-42).Should().Be(MemberHash.Of("-42"));
        }
    }

    [Fact]
    public void Of_BrokenSurrogates_ToldApart() => MemberHash.Of("a\ud800").Should().NotBe(MemberHash.Of("a\ud801"));

    [Theory] // Around the length from which memory is borrowed.
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(5_000)]
    public void Of_LongText_IsTheHashOfItsUtf16(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(place => (char)('a' + (place * 7 % 1_000))));
        MemberHash.Of(text).Should().Be(XxHash64.Of(System.Text.Encoding.Unicode.GetBytes(text)));
    }

    [Fact]
    public void Of_AnyMember_AllocatesNothing()
    {
        var text = new string('x', 1_000);
        WrittenBytes.AllocatedBy(() => MemberHash.Of(text).Equals(MemberHash.Of(-123_456_789))).Should().Be(0);
    }
}
