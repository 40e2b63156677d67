using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SPColor.Bench.Colorization;
using SPColor.Bench.Imaging;
using SPColor.Bench.Paper;

if (args is ["upsampler", ..])
{
    UpsamplerQuality.Print(Console.Out, args.ElementAtOrDefault(1));
    return;
}
if (args is ["color", var pairs, var photos])
{
    ColorQuality.Print(Console.Out, pairs, photos);
    return;
}
if (args is ["sizes", var sizePairs, var sizePhotos])
{
    SizeAgreement.Print(Console.Out, sizePairs, sizePhotos);
    return;
}
if (args is ["paper", var folder, var pack, ..])
{
    PaperComparison.Print(Console.Out, folder, pack, rounds: 5, threads: Environment.ProcessorCount);
    return;
}

// In process: every benchmark of one table runs in the same process minutes apart, so that ratios survive a noisy machine.
Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
    .WithWarmupCount(3).WithIterationCount(9).WithInvocationCount(1).WithUnrollFactor(1).WithStrategy(BenchmarkDotNet.Engines.RunStrategy.Monitoring);
ManualConfig config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Metrics)
    .AddColumn(StatisticColumn.Median, StatisticColumn.Min, BaselineRatioColumn.RatioMean)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(Perfolizer.Horology.TimeUnit.Millisecond));
BenchmarkSwitcher.FromAssembly(typeof(PairBenchmarks).Assembly).Run(args, config);
