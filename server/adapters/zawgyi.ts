import tools from 'myanmar-tools'

// Version 1.1.3: 1.2.0 is broken.
const detector = new tools.ZawgyiDetector()
const converter = new tools.ZawgyiConverter()

export const zawgyiProbability = (text: string): number => Math.max(0, detector.getZawgyiProbability(text))
export const zawgyiToUnicode = (text: string): string => converter.zawgyiToUnicode(text)
