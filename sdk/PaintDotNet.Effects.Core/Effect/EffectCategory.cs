namespace PaintDotNet.Effects;

public enum EffectCategory
{
    Effect = 0,
    Adjustment = 1,
    DoNotDisplay = 2,
}

[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class EffectCategoryAttribute : Attribute
{
    public EffectCategoryAttribute(EffectCategory category) => Category = category;

    public EffectCategory Category { get; }
}
