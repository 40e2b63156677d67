namespace PaintDotNet;

/// <summary>Marks interfaces that only Paint.NET implements.</summary>
public interface IInternalImpl
{
}
