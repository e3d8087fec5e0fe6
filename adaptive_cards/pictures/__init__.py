"""Pictures (kukka, puu, lotus …) drawn from what people wrote: data → SVG → PNG, nothing else.

`spec` is what they are drawn from and light to import; `shapes.draw` and `png.to_png` are not.
"""
