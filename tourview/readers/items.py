"""What a line opens with that begins an item or a heading in a Chinese report, to tell it from a line that goes on."""

ITEM = r"(?:第?[一二三四五六七八九十百]{1,4}(?:[、.．，,]|是|章|[节節]|部分)|[(（][一二三四五六七八九十\d]{1,4}[)）])"
"""A pattern for the Chinese markers: 一、 第二章 三是 （四）; `structure.markers` says later what they are."""
