namespace PaintDotNet;

// Both are public in Paint.NET; no plugin should catch them, so the contract leaves them out.
internal sealed class NotInitializedException(string what) : InvalidOperationException($"{what} is not initialized yet");

internal sealed class AlreadyInitializedException(string what) : InvalidOperationException($"{what} is already initialized");
