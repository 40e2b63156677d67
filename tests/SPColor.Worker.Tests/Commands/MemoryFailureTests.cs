using SPColor.Core;
using SPColor.Worker.Commands;

namespace SPColor.Worker.Tests.Commands;

public sealed class MemoryFailureTests
{
    public static TheoryData<Exception, bool> Failures => new()
    {
        { new InsufficientMemoryException(), true },
        { new TypeInitializationException("SkiaSharp.SKData", new InsufficientMemoryException()), true },
        { new DllNotFoundException("libSkiaSharp.so: failed to map segment from shared object"), true },
        { new DllNotFoundException("libonnxruntime.so: cannot allocate memory in static TLS block"), true },
        { new InvalidOperationException("[ErrorCode:RuntimeException] std::bad_alloc"), true },
        { new DllNotFoundException("libSkiaSharp.so: cannot open shared object file: No such file or directory"), false },
        { new SPColorException("p.png: not enough memory for this picture"), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Memory_is_told_as_memory(Exception failure, bool isMemory) => Assert.Equal(isMemory, MemoryFailure.Is(failure));
}
