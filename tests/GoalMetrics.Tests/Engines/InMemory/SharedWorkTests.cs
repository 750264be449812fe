namespace GoalMetrics.Tests.Engines.InMemory;

public class SharedWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public void Run_AnyParts_DoesEachOnce(int count)
    {
        var done = new int[count];

        new SharedWork(count, part => Interlocked.Increment(ref done[part])).Run();

        done.Should().OnlyContain(times => times == 1);
    }

    [Fact]
    public void Run_PartFails_DoesTheOthersAndThrowsTheExceptionItself()
    {
        var done = new int[4];
        var failure = new InvalidDataException("part 2");
        var act = () => new SharedWork(4, Part).Run();

        act.Should().Throw<InvalidDataException>().Which.Should().BeSameAs(failure);
        done.Should().Equal(1, 1, 0, 1);

        void Part(int part)
        {
            if (part == 2)
            {
                throw failure;
            }

            Interlocked.Increment(ref done[part]);
        }
    }
}
