"""Chinese and Korean surnames, by which a name without spaces is told from other words."""

from __future__ import annotations

import re

from edition.text import HAN

SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇"
    "卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万段雷钱錢"
    "汤湯尹黎易常武乔喬贺賀赖賴龚龔文"
)
"""The Chinese surnames of most people."""
WHOLE_HAN = re.compile(
    rf"(?:[{''.join(sorted(SURNAMES))}]|欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|皇甫|尉迟|東方|东方|慕容|令狐|司徒|夏侯|公孙|公孫)[{HAN}]{{1,2}}|"
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지][가-힣]{2}"
)
"""A surname and a name, as of two people of whom each is called so."""
SHORT_HAN = re.compile(rf"[{HAN}]{{2,3}}|{WHOLE_HAN.pattern}")
