namespace GoalMetrics.Tests.Sources;

public sealed class FilterTests
{
    [Fact] // For languages without these operators, such as F#.
    public void Methods_InsteadOfOperators_MakeTheSame()
    {
        var (one, other) = (Filter.Equal("market", "DK"), Filter.NoValue("amount"));

        one.And(other).Should().Be(one & other);
        one.Or(other).Should().Be(one | other);
        one.Not().Should().Be(!one);
    }

    [Fact]
    public void And_Null_Throws() => Assert.Throws<ArgumentNullException>(() => Filter.IsNull("a") & null!).ParamName.Should().Be("right");

    [Fact]
    public void Or_Null_Throws() =>
        Assert.Throws<ArgumentNullException>(() => (Filter)null! | Filter.IsNull("a")).ParamName.Should().Be("left");

    [Fact]
    public void Not_Null_Throws() => Assert.Throws<ArgumentNullException>(() => !(Filter)null!).ParamName.Should().Be("filter");

    [Fact]
    public void Compare_UnknownComparison_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Filter.Compare("v", (Comparison)9, 0m)).ParamName.Should().Be("comparison");

    [Fact]
    public void AndOr_MethodsWithNull_NameTheirOwnParameter()
    {
        Assert.Throws<ArgumentNullException>(() => Filter.IsNull("a").And(null!)).ParamName.Should().Be("other");
        Assert.Throws<ArgumentNullException>(() => Filter.IsNull("a").Or(null!)).ParamName.Should().Be("other");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Filter_BlankName_IsRefusedAtOnce(string? name)
    {
        Assert.ThrowsAny<ArgumentException>(() => Filter.Equal(name!, "x")).ParamName.Should().Be("dimension");
        Assert.ThrowsAny<ArgumentException>(() => Filter.In(name!, "x", "y")).ParamName.Should().Be("dimension");
        Assert.ThrowsAny<ArgumentException>(() => Filter.IsNull(name!)).ParamName.Should().Be("dimension");
        Assert.ThrowsAny<ArgumentException>(() => Filter.NoValue(name!)).ParamName.Should().Be("column");
        Assert.ThrowsAny<ArgumentException>(() => Filter.Compare(name!, Comparison.Less, 1m)).ParamName.Should().Be("column");
    }

    [Fact]
    public void Filter_SameParts_AreEqual()
    {
        (Filter.In("a", "x", null) & Filter.Compare("v", Comparison.Less, 1m))
            .Should().Be(Filter.In("a", "x", null) & Filter.Compare("v", Comparison.Less, 1.0m));
        Filter.In("a", "x").GetHashCode().Should().Be(Filter.Equal("a", "x").GetHashCode());
        Filter.In("a", "x", "y").Should().NotBe(Filter.In("a", "y", "x"));
        Filter.Equal("a", "x").Should().NotBe(Filter.Equal("b", "x"));
    }
}
