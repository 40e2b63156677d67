namespace SPColor.Worker.Tests; public class PlaceholderTests { [Fact] public void Runs() => Assert.NotNull(typeof(object)); }
